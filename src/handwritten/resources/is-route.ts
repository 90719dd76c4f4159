/** Whether a method and path are those of an operation, `GET /videos/{id}`, with a value in place of each variable. */
export function isRoute(operation: string, route: string): boolean {
  const variable = operation.indexOf('{');
  if (variable < 0) return operation === route;
  // A batch asks this of each item, and a pattern takes as long as the rest of the call.
  if (!route.startsWith(operation.slice(0, variable))) return false;
  return new RegExp(`^${operation.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(route);
}
