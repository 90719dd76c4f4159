import { inOrder } from '../../build/body.js';
import type { Endpoint } from '../../build/endpoint.js';
import type { ResponseObject } from '../../read/openapi.js';
import type { CallEntry, Edition, TypeEntry } from '../edition.js';
import type { Matches } from '../pair.js';
import { isReportedItself } from '../reported-types.js';
import type { Raw } from './assertions.js';
import type { Site } from './site.js';
import type { Reader } from './reader.js';
import type { Sets } from './sets.js';

type Match<Entry> = Matches<Entry>['both'][number];

interface Part {
  readonly schemas: readonly Raw[];
  readonly pointer: string;
}

/** The arguments of a method, or what it returns. */
export function sitesOfCall(call: Match<CallEntry>, sets: Sets): readonly Site[] {
  return sets.direction === 'request' ? sitesOfArguments(call, sets) : sitesOfAnswers(call, sets);
}

/** The values of a public type. */
export function sitesOfType({ old, new: now }: Match<TypeEntry>, sets: Sets): readonly Site[] {
  const { name } = now.model;
  const isUsed = sets.pair.new.directions.get(name)?.includes(sets.direction) === true;
  const isReported = isReportedItself({ kind: 'named', name, from: 'types' }, sets.pair);
  if (!old.schema || !now.schema || !isUsed || !isReported) return [];
  const partOf = ({ schema, source: { pointer } }: TypeEntry): Part => ({
    schemas: schema ? [schema] : [],
    pointer,
  });
  return siteOf(name, [partOf(old), partOf(now)], sets);
}

function sitesOfArguments({ old, new: now }: Match<CallEntry>, sets: Sets): readonly Site[] {
  const at = (argument: string): string => {
    const isLeading = now.method.args.positional.some(({ name }) => name === argument);
    return isLeading ? `${now.name}(${argument})` : `${now.name}(params).${argument}`;
  };
  const names = now.endpoint.parameters.map(({ name }) => name);
  const [body, bodyNow] = [old.endpoint.body, now.endpoint.body];
  const where = bodyNow?.from === 'fields' ? `${now.name}(params)` : at('body');
  return [
    ...names.flatMap((name) =>
      siteOf(at(name), [parameterOf(name, old, sets.pair.old), parameterOf(name, now, sets.pair.new)], sets),
    ),
    ...(body && bodyNow ? siteOf(where, [bodyOf(old), bodyOf(now)], sets) : []),
  ];
}

function parameterOf(name: string, { endpoint }: CallEntry, { spec }: Edition): Part | undefined {
  const parameter = endpoint.parameters.find((candidate) => candidate.name === name);
  return parameter && { schemas: [parameter.schema], pointer: spec.pointerOf(parameter.source) };
}

function bodyOf({ endpoint, source }: CallEntry): Part {
  const schema = endpoint.body?.media.schema as Raw | undefined;
  return { schemas: schema === undefined ? [] : [schema], pointer: source.pointer };
}

function sitesOfAnswers({ old, new: now }: Match<CallEntry>, sets: Sets): readonly Site[] {
  const where = `${now.name}()`;
  const [before, after] = [answersOf(old.endpoint, sets.old), answersOf(now.endpoint, sets.new)];
  const [events, eventsNow] = [eventsOf(old), eventsOf(now)];
  return [
    ...[...after].flatMap(([status, part]) => siteOf(where, [before.get(status), part], sets)),
    ...siteOf(`${where}[]`, [events, eventsNow], sets),
  ];
}

/** The values of each success response: of an envelope, what it contains. */
function answersOf({ source, answer }: Endpoint, reader: Reader): ReadonlyMap<string, Part> {
  const all = Object.entries(source.responses ?? {});
  const successes = all.filter(([status]) => status.startsWith('2'));
  const chosen = successes.length > 0 ? successes : all.filter(([status]) => status === 'default');
  const isWrapped = answer.as === 'envelope' || answer.as === 'page';
  const parts = chosen.flatMap(([status, reference]): [string, Part][] => {
    const response = reader.spec.resolve<ResponseObject>(reference);
    const [first] = inOrder(response.content ?? {});
    const schema = first?.[1].schema as Raw | undefined;
    if (schema === undefined) return [];
    const schemas = isWrapped ? reader.open(reader.value([schema])).object.member('data') : [schema];
    return [[status, { schemas, pointer: reader.spec.pointerOf(response) }]];
  });
  return new Map(parts);
}

function eventsOf({ endpoint: { answer }, answerSource }: CallEntry): Part | undefined {
  const schema = answer.stream?.media['x-event-schema'] as Raw | undefined;
  return schema === undefined ? undefined : { schemas: [schema], pointer: answerSource.pointer };
}

/** A value that only one document has is reported by its name. */
function siteOf(where: string, [old, now]: [Part | undefined, Part | undefined], sets: Sets): Site[] {
  if (!old || !now) return [];
  const pointers = { old: old.pointer, new: now.pointer };
  return [{ where, old: sets.old.value(old.schemas), new: sets.new.value(now.schemas), pointers }];
}
