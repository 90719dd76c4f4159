import { pagingNames } from '../build/homes.js';
import type { BuiltCall } from '../build/built-call.js';
import { SampleFile, type BodyModel } from '../model.js';
import { fits, isRecord } from './fits.js';
import type { Samples } from './samples.js';

/** Public name → value. */
export type Values = Readonly<Record<string, unknown>>;

/** In characters of JSON: what fits one line of a comment, with the call around it. */
const oneLine = 60;

/** In characters of JSON: what a hover has room for beside the text. */
const oneHover = 250;

/** The arguments for a reader: what is required, then fields of the document's example as long as they fit one line. */
export function shortArguments({ endpoint, built, call }: BuiltCall, args: Values): Values {
  const { parameters, body, home } = endpoint;
  const positional = call.positional.map(({ name }) => name);
  const required = new Set([
    ...parameters.filter(({ source }) => source.required === true).map(({ name }) => name),
    ...(body?.fields ?? []).filter((field) => field.required).map(({ name }) => name),
    ...(body?.from === 'value' ? ['body'] : []),
  ]);
  // A loop over the items asks for the pages itself.
  const [position] = pagingNames(home.config.paging);
  const all = Object.entries(args).filter(([name]) => name !== position);
  const params = all.filter(([name]) => !positional.includes(name));
  const kept = Object.fromEntries(params.filter(([name]) => required.has(name)));
  for (const [name, value] of params.filter((entry) => !required.has(entry[0]))) {
    if (JSON.stringify({ ...kept, [name]: value }).length > oneLine) break;
    kept[name] = value;
  }
  // In the order of the example.
  const short = all.filter(([name]) => positional.includes(name) || Object.hasOwn(kept, name));
  return withPaths(Object.fromEntries(short), built.operation.body);
}

export function isTooLong(args: Values): boolean {
  return JSON.stringify(args).length > oneHover;
}

/** In place of an example that is long, since it shows all that there is: with one item of each list; then the schema's. */
export function shorterBodies({ endpoint: { body } }: BuiltCall, whole: unknown, samples: Samples): readonly unknown[] {
  if (body?.media.schema === undefined) return [];
  const oneEach = isRecord(whole)
    ? Object.fromEntries(
        Object.entries(whole).map(([wire, value]) => [wire, Array.isArray(value) ? value.slice(0, 1) : value]),
      )
    : whole;
  const isValid = fits(oneEach, body.shape, { shapes: samples.shapes, direction: 'request' });
  return [...(isValid ? [oneEach] : []), samples.of({ schema: body.media.schema })];
}

/** A reader has a file: the name that an upload gets if it has none stands for it. */
function withPaths(args: Values, { files = {} }: Partial<BodyModel> = {}): Values {
  const asPath = (name: string, value: unknown): unknown => {
    const file = files[name];
    const path = typeof file === 'object' ? file.unnamed : undefined;
    return value instanceof SampleFile && path !== undefined ? path : value;
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, asPath(name, value)]));
}
