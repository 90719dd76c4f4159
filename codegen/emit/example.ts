import { Misfit, type CaseModel, type MethodModel } from '../model.js';
import type { Doc } from '../build/type-node.js';
import { around, broken, group, type Layout } from './layout.js';
import { printName } from './print-type.js';
import { printValue } from './print-value.js';

/** What stands before the code in the comment of a method. */
const before = '   * '.length;

/** The documentation of a method with a call of it, unless no call of it compiles. */
export function withExample(
  { doc, name, result }: MethodModel,
  sample: CaseModel | undefined,
  gives: 'result' | 'events' = 'result',
): Doc {
  const { resource = '', short, stream } = sample ?? {};
  const values = gives === 'events' ? stream?.short : short;
  if (!values || values.some((value) => value instanceof Misfit)) return doc;
  const call = group('call', [`rc.${resource}.${printName(name)}(`, ');'], values.map(printValue));
  const lines = gives === 'events' ? reading('stream', 'event', call) : resultLines(result, call);
  const text = ['```ts', ...lines.map((line) => broken(line, '', before)), '```'].join('\n');
  return { ...doc, tags: [...(doc.tags ?? []), { name: 'example', text }] };
}

function resultLines(result: MethodModel['result'], call: Layout): readonly Layout[] {
  if (result?.item !== undefined) return reading(result.variable, result.item, call);
  return [around(result ? `const ${result.variable} = await ` : 'await ', call)];
}

function reading(variable: string, item: string, call: Layout): readonly Layout[] {
  return [around(`const ${variable} = await `, call), `for await (const ${item} of ${variable}) console.log(${item});`];
}
