import type { MethodModel, MethodParameter, Model, OperationModel, ResourceModel } from '../model.js';
import type { TypeNode } from '../build/type-node.js';
import type { Cache } from './cache.js';
import { handwrittenMethods } from './handwritten-methods.js';
import { printName, printType } from './print-type.js';

/** One line of the page. */
interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly answer: string;
}

/** `api.md`: every method on one line, with its route, parameters and result. */
export async function apiPage({ source, resources, operations }: Model, cache: Cache): Promise<string> {
  const routes = new Map(operations.map((operation) => [operation.name, operation]));
  const sections = await Promise.all(resources.map((resource) => sectionOf(resource, routes, cache)));
  return `${[
    `<!-- Generated from ${source} by codegen/. Do not edit; run npm run generate. -->`,
    '# API',
    'Every method, with its route, if it is one request. Types are in [types.ts](types.ts). `options`, the last argument of each method, is left out.',
    ...sections,
  ].join('\n\n')}\n`;
}

async function sectionOf(
  resource: ResourceModel,
  routes: ReadonlyMap<string, OperationModel>,
  cache: Cache,
): Promise<string> {
  const { name, file, doc, methods, isExtended } = resource;
  const own = isExtended ? await handwrittenMethods(file, cache) : [];
  const linesOf = (lines: readonly Line[], source: string, operation?: OperationModel): string[] =>
    lines.map((line) => printLine(`rc.${name}`, line, source, operation));
  const generated = methods.flatMap((method) => {
    const overrides = own.filter((line) => line.name === method.name);
    const operation = routes.get(method.operation);
    return overrides.length > 0
      ? linesOf(overrides, handwrittenFile(file), operation)
      : linesOf(linesOfMethod(method), `resources/${file}.ts`, operation);
  });
  const isNew = (line: Line): boolean => methods.every((method) => method.name !== line.name);
  const lines = new Set([...generated, ...linesOf(own.filter(isNew), handwrittenFile(file))]);
  return [`## rc.${name}`, ...doc.paragraphs, [...lines].join('\n')].join('\n\n');
}

function handwrittenFile(file: string): string {
  return `../src/handwritten/resources/${file}.ts`;
}

function linesOfMethod({ name, parameters, answer, overloads }: MethodModel): readonly Line[] {
  const line = (own: readonly MethodParameter[], result: TypeNode): Line => ({
    name,
    parameters: own.map((one) => `${one.name}${one.isOptional ? '?' : ''}: ${printType(one.type)}`).join(', '),
    answer: printType(result),
  });
  if (overloads.length === 0) return [line(parameters, answer)];
  return overloads.map((overload) =>
    line(
      parameters.map((one) => (one.name === 'params' ? { ...one, type: overload.params } : one)),
      overload.answer,
    ),
  );
}

function printLine(
  resource: string,
  { name, parameters, answer }: Line,
  source: string,
  route?: OperationModel,
): string {
  const request = route ? ` · \`${route.method.toUpperCase()} ${route.path}\`` : '';
  return `- [${resource}.${printName(name)}](${source})\`(${withoutTwins(parameters)})\` → \`${answer}\`${request}`;
}

/** `ChatParams | ChatParamsFields`, for interfaces of the caller, reads as the one type that it is. */
function withoutTwins(parameters: string): string {
  return parameters
    .replaceAll(/\b(\w+) \| \1Fields\b/g, '$1')
    .replaceAll(/\b(\w+Params)Fields\b/g, '$1')
    .replaceAll(/\((\w+)\)/g, '$1');
}
