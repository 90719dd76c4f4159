// The guides as texts for language models: an index, and all of them in one file. Part of the site.

import { readFile } from 'node:fs/promises';

/** @typedef {{ readonly path: string; readonly address: string; readonly title: string; readonly summary: string; readonly text: string }} Guide */

/**
 * The guides in the order of the site's navigation. `address` is that of their Markdown on the site.
 *
 * @returns {Promise<readonly Guide[]>}
 */
export async function readGuides() {
  const { projectDocuments } = JSON.parse(await readFile('typedoc.json', 'utf8'));
  return Promise.all(
    projectDocuments.map(async (path) => {
      const text = await readFile(path, 'utf8');
      const [, title, summary] = /^# (.+)\n\n(\w[^]*?)\n\n/.exec(text) ?? [];
      if (summary === undefined)
        throw new Error(`${path} must begin with "# Title" and a paragraph that says what it is about.`);
      return { path, address: path.replace(/^docs/, 'guides'), title, summary: firstSentence(summary), text };
    }),
  );
}

/** @param {readonly Guide[]} pages */
export function llmsIndex(pages) {
  const links = pages.map(({ address, title, summary }) => `- [${title}](${address}): ${summary}`);
  return `# @runcrate/sdk

> The TypeScript SDK for Runcrate: OpenAI-compatible inference and GPU infrastructure with one API key.

Install it with \`npm install @runcrate/sdk\`. In every example, \`rc\` is \`new Runcrate()\`. All guides in one file: llms-full.txt.

## Guides

${links.join('\n')}

## Reference

- [API](guides/api.md): every method with its route, parameters and result, a line each.
`;
}

/** @param {readonly Guide[]} pages */
export function llmsText(pages) {
  return pages.map(({ path, text }) => `<!-- ${path} -->\n\n${text.trim()}\n`).join('\n');
}

function firstSentence(paragraph) {
  const [sentence] = /^[^]*?[.:](?=\s|$)/.exec(paragraph) ?? [paragraph];
  return withoutLinks(sentence).replaceAll('\n', ' ').replace(/:$/, '.');
}

/** @param {string} text */
export function withoutLinks(text) {
  return text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
