import { routes } from '../../../generated/routes.js';
import { isRecord } from '../core/json-object.js';
import { isRoute } from '../resources/is-route.js';
import type { BatchItem } from './item.js';

const json = 'application/json';
const inference = Object.entries(routes['inference'] ?? {});
const usable = inference.filter(([, content]) => content === json);
const urls = usable.map(([route]) => JSON.stringify(`/v1${route.slice(route.indexOf(' ') + 1)}`)).join(', ');

/** Method and path of an item, as `rc.request` takes them. */
export function routeOf({ method = 'POST', url = '' }: BatchItem): string {
  return `${method.toUpperCase()} ${url.replace(/^\/v1(?=\/)/, '')}`;
}

/** What is wrong with an item of OpenAI's batch API: it would fail at the server, as all that are like it. */
export function wireProblem(item: unknown): string | undefined {
  const { method, url, body } = item as Record<keyof BatchItem, unknown>;
  const given = JSON.stringify(url);
  if (typeof url !== 'string' || !url.startsWith('/')) {
    const is = url === undefined ? 'has no `url`' : `has the \`url\` ${given}, which is not a path`;
    return `${is}. Use one of ${urls}.`;
  }
  if (method !== undefined && typeof method !== 'string') return '`method` is not a text. Use "POST".';
  const route = routeOf(item as BatchItem);
  const content = contentOf(route);
  if (content === undefined) {
    const [used, path] = route.split(' ') as [string, string];
    const methods = inference.map(([known]) => known.slice(0, known.indexOf(' ')));
    const others = [...new Set(methods)].filter((other) => contentOf(`${other} ${path}`) !== undefined);
    return others.length > 0
      ? `needs another \`method\`: ${given} has no ${used}. Use ${others.map((other) => JSON.stringify(other)).join(' or ')}.`
      : `has the \`url\` ${given}, which the API does not have. Use one of ${urls}; for a path that is newer than this package, pass \`run\`.`;
  }
  if (content !== '' && content !== json) {
    return `has the \`url\` ${given}, which takes a file, and not JSON. Pass \`run\`, a function that sends the file.`;
  }
  return bodyProblem(body, content !== '');
}

/** What is wrong with the body of an item. One without is possible if the operation has none. */
export function bodyProblem(body: unknown, isRequired: boolean): string | undefined {
  if (body === undefined && !isRequired) return undefined;
  if (!isRecord(body)) {
    const is = body === undefined ? 'has no `body`' : `has a \`body\` that is no object: ${kindOf(body)}`;
    return `${is}. Write the parameters of the request: "body": { "model": … }.`;
  }
  if (body['stream'] === true) return 'asks for a stream, which is no line of a file. Remove `stream` from its `body`.';
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

/** The content type of the request of a route, which may have values in place of its variables. */
function contentOf(route: string): string | undefined {
  return inference.find(([known]) => isRoute(known, route))?.[1];
}
