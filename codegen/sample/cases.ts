import { isForm, isJson } from '../build/media-types.js';
import type { Endpoint, EndpointBody, EndpointParameter } from '../build/endpoint.js';
import type { BuiltCall } from '../build/built-call.js';
import { hidesOwn } from '../build/params.js';
import { Misfit, SampleFile, type BodyModel, type CaseModel, type CodecModel } from '../model.js';
import type { Shapes } from '../shape/shapes.js';
import { sampleAnswer, sampleStream } from './answers.js';
import { Decoder } from './decode.js';
import { fits, isRecord } from './fits.js';
import { pathValue } from './path.js';
import { queryEntries } from './query.js';
import { sampleBytes, Samples } from './samples.js';
import { isTooLong, shortArguments, shorterBodies, type Values } from './short-call.js';

/** For each operation a call with arguments and its response: the document's examples, else the smallest valid values. */
export function buildCases(calls: readonly BuiltCall[], shapes: Shapes, constants: readonly CodecModel[]): CaseModel[] {
  const decoder = new Decoder(constants);
  return calls.map((call) => buildCase(call, shapes, decoder));
}

function buildCase(call: BuiltCall, shapes: Shapes, decoder: Decoder): CaseModel {
  const { endpoint, built } = call;
  const samples = new Samples(shapes, 'request');
  const values = parameterValues(endpoint, samples);
  const body = sampleBody(endpoint, samples);
  const args = { ...publicValues(call, values, decoder), ...bodyArgs(call, body, { decoder, shapes }) };
  const stream = sampleStream(call, shapes, decoder);
  const misfits = misfitsOf(endpoint, { values, body, shapes });
  const short = shortCall(call, args, { values, body, decoder, samples });
  const streaming = (own: Values, when: string): unknown[] => methodArguments(call, { ...own, [when]: true }, misfits);
  return {
    operation: endpoint.name,
    resource: endpoint.home.resource,
    method: endpoint.home.method,
    arguments: methodArguments(call, args, misfits),
    short: methodArguments(call, short, misfits),
    args,
    request: {
      method: built.operation.method,
      path: pathOf(call, values),
      query: queryOf(call, values),
      ...(body === undefined ? {} : { body }),
    },
    ...sampleAnswer(call, shapes, decoder),
    errors: endpoint.errors,
    ...(stream
      ? { stream: { ...stream, arguments: streaming(args, stream.when), short: streaming(short, stream.when) } }
      : {}),
  };
}

/** From the schema if the example of the body is long: that one shows all that there is. */
function shortCall(
  call: BuiltCall,
  args: Values,
  given: { readonly values: Values; readonly body: unknown; readonly decoder: Decoder; readonly samples: Samples },
): Values {
  const { values, body, decoder, samples } = given;
  let short = shortArguments(call, args);
  for (const shorter of isTooLong(short) ? shorterBodies(call, body, samples) : []) {
    const own = bodyArgs(call, shorter, { decoder, shapes: samples.shapes });
    short = shortArguments(call, { ...publicValues(call, values, decoder), ...own });
    if (!isTooLong(short)) break;
  }
  return short;
}

/** Path parameters, required parameters, and parameters with an example. */
function parameterValues({ parameters }: Endpoint, samples: Samples): Values {
  const isWanted = ({ source }: EndpointParameter): boolean =>
    source.in === 'path' || source.required === true || samples.exampleOf(source) !== undefined;
  const sampleOf = (source: EndpointParameter['source']): unknown =>
    source.in === 'path' ? samples.notEmpty(source) : samples.of(source);
  return Object.fromEntries(parameters.filter(isWanted).map(({ name, source }) => [name, sampleOf(source)]));
}

/** The same values as a caller passes them. */
function publicValues({ built }: BuiltCall, values: Values, decoder: Decoder): Values {
  const codecs = new Map(built.operation.parameters.map(({ name, codec }) => [name, codec]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, decoder.decode(value, codecs.get(name))]),
  );
}

function sampleBody({ body }: Endpoint, samples: Samples): unknown {
  if (!body) return undefined;
  return isRaw(body, samples.shapes) ? sampleBytes : samples.of(body.media);
}

/** Passed through unchanged: not JSON, a form, or text. */
function isRaw({ content, shape }: EndpointBody, shapes: Shapes): boolean {
  return !isJson(content) && !isForm(content) && shapes.resolved(shape).kind !== 'string';
}

function bodyArgs(
  { endpoint: { body }, built }: BuiltCall,
  sample: unknown,
  { decoder, shapes }: { readonly decoder: Decoder; readonly shapes: Shapes },
): Values {
  if (!body || !built.operation.body) return {};
  if (isRaw(body, shapes)) return { body: new SampleFile(sampleBytes, body.content) };
  const decoded = withFiles(decoder.decode(sample, built.operation.body.codec), built.operation.body);
  if (body.from === 'value') return { body: decoded };
  return isRecord(decoded) ? decoded : {};
}

function withFiles(value: unknown, { files = {} }: BodyModel): unknown {
  if (!isRecord(value)) return value;
  const isUpload = (name: string): boolean => files[name] === 'upload' || typeof files[name] === 'object';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isUpload(name) ? asFile(inner) : inner]),
  );
}

function asFile(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asFile);
  return new SampleFile(typeof value === 'string' ? value : sampleBytes, 'application/octet-stream');
}

/** The arguments, by public name, whose values do not type-check. */
function misfitsOf(
  { parameters, body }: Endpoint,
  sampled: { readonly values: Values; readonly body: unknown; readonly shapes: Shapes },
): ReadonlySet<string> {
  const view = { shapes: sampled.shapes, direction: 'request' } as const;
  const given = parameters.filter(({ name }) => Object.hasOwn(sampled.values, name));
  const misfits = given
    .filter(({ name, shape }) => {
      const value = sampled.values[name];
      return value === undefined || !fits(value, shape, view);
    })
    .map(({ name }) => name);
  const isBodyFit = !body || isRaw(body, sampled.shapes) || fits(sampled.body, body.shape, view);
  return new Set([...misfits, ...(isBodyFit ? [] : ['body', ...body.fields.map(({ name }) => name)])]);
}

function methodArguments({ call, endpoint }: BuiltCall, args: Values, misfits: ReadonlySet<string>): unknown[] {
  const names = call.positional.map((member) => member.name);
  const rest = Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
  const isBodyApart = endpoint.body?.from === 'fields' && misfits.has('body');
  const isRestFit =
    !isBodyApart &&
    !hidesOwn([...endpoint.parameters, ...(endpoint.body?.fields ?? [])]) &&
    Object.keys(rest).every((name) => !misfits.has(name));
  return [
    ...names.map((name) => (misfits.has(name) ? new Misfit(args[name]) : args[name])),
    ...(call.params ? [isRestFit ? rest : new Misfit(rest)] : []),
  ];
}

function pathOf({ endpoint: { path, parameters }, built }: BuiltCall, values: Values): string {
  return (built.operation.target ?? path).replaceAll(/\{([^}]+)\}/g, (whole, wire: string) => {
    const parameter = parameters.find(({ source }) => source.in === 'path' && source.name === wire);
    if (!parameter) return whole;
    const { write } = built.operation.parameters.find(({ name }) => name === parameter.name) ?? {};
    return pathValue(wire, values[parameter.name], write);
  });
}

/** The value on the wire, with the defaults that are always sent. */
function queryOf({ built }: BuiltCall, values: Values): Readonly<Record<string, string>> {
  const inQuery = built.operation.parameters.filter((parameter) => parameter.in === 'query');
  const entries = inQuery.flatMap((parameter) => {
    const { name } = parameter;
    const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? parameter.default;
    return value === undefined ? [] : queryEntries(parameter, value);
  });
  return Object.fromEntries(entries);
}
