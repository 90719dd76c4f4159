/** A string literal with the quotes that it contains less often, single ones in doubt. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (!text.includes("'")) return `'${text.includes('"') ? swapped(json) : json.slice(1, -1)}'`;
  return text.split("'").length > text.split('"').length ? json : `'${swapped(json)}'`;
}

function swapped(json: string): string {
  return json
    .slice(1, -1)
    .replaceAll(/\\(.)|'/g, (found, escaped) => (escaped === '"' ? '"' : found === "'" ? "\\'" : found));
}
