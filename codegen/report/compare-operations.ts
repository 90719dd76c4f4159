import type { RetryClass } from '../config/config-types.js';
import type { OperationModel, ParameterModel } from '../model.js';
import type { Endpoint } from '../build/endpoint.js';
import { changeAt, type Change, type Place } from './changes.js';
import type { CallEntry } from './edition.js';
import { errorClass } from './error-class.js';
import type { Pair } from './pair.js';

type CallPlace = Pick<Place, 'where' | 'old' | 'new'>;

/** Changes to how a request is made: retries, environment, server, wire format, sent defaults, errors. */
export function compareOperations(old: CallEntry, now: CallEntry, pair: Pair): readonly Change[] {
  const place = { where: now.name, old: old.source, new: now.source };
  const [before, after] = [old.operation, now.operation];
  return [
    ...compareRetry(before.retry, after.retry, place),
    ...compareScope(before.isScoped, after.isScoped, place),
    ...compareServer(old, now, place),
    ...compareWire(before, after, place),
    ...compareMedia(before, after, place),
    ...compareBodies(old.endpoint, now.endpoint, place),
    ...compareAdvice(before, after, place),
    ...before.parameters.flatMap((parameter) => {
      const match = after.parameters.find(({ name }) => name === parameter.name);
      return match ? compareParameter(parameter, match, argumentPlace(match.name, now, place)) : [];
    }),
    ...compareErrors(old, now, place, pair),
  ];
}

const eagerness: readonly RetryClass[] = ['once', 'paid', 'safe'];

/** A request that is newly retried may take effect, and be billed, twice. */
function compareRetry(old: RetryClass, now: RetryClass, place: CallPlace): readonly Change[] {
  if (old === now) return [];
  const isMore = eagerness.indexOf(now) > eagerness.indexOf(old);
  const what = `has the retry class \`${now}\` now, was \`${old}\`: retried ${isMore ? 'more' : 'less'} than before`;
  return [changeAt(place, { severity: isMore ? 'breaking' : 'fix', subject: 'retry', what })];
}

/** A newly scoped method uses another environment; a newly unscoped one rejects `environment`. */
function compareScope(old: boolean, now: boolean, place: CallPlace): readonly Change[] {
  if (old === now) return [];
  const what = now ? 'is scoped to an environment now' : 'is no longer scoped to an environment';
  return [changeAt(place, { severity: 'breaking', subject: 'scope', what })];
}

/** Without servers in the config, one that the path or the operation names has no name but its URL. */
function compareServer(old: CallEntry, now: CallEntry, place: CallPlace): readonly Change[] {
  const [before, after] = [old, now].map(({ operation, endpoint: { item, source } }) => ({
    name: operation.server,
    own: (source.servers ?? item.servers)?.[0]?.url ?? 'that of the document',
  }));
  if (!before || !after) return [];
  const finding = (what: string): Change => changeAt(place, { severity: 'breaking', subject: 'server', what });
  if (before.name !== after.name) return [finding(`uses the ${after.name} server now, was ${before.name}`)];
  const isNamed = after.name !== 'default';
  return isNamed || before.own === after.own ? [] : [finding(`uses the server ${after.own} now, was ${before.own}`)];
}

/** The wire format, which callers do not see. */
function compareWire(old: OperationModel, now: OperationModel, place: CallPlace): readonly Change[] {
  // Which of several media types is sent decides what the arguments are.
  const isChoice = (old.choose ?? now.choose) !== undefined;
  const [before, after] = [old, now].map(({ method, path, body, answer: { as } }) => ({
    line: `${method} ${path}`,
    content: isChoice ? '' : (body?.content ?? 'no body'),
    styles: JSON.stringify(body?.styles),
    // A response that is no longer JSON is reported by its type.
    envelope: as === 'json' ? 'without' : as === 'envelope' || as === 'page' ? 'with' : undefined,
  }));
  if (!before || !after) return [];
  const finding = (what: string): Change => changeAt(place, { severity: 'fix', subject: 'wire', what });
  const isWrapping = before.envelope !== after.envelope && before.envelope && after.envelope;
  return [
    ...(before.line === after.line ? [] : [finding(`is ${after.line} now, was ${before.line}`)]),
    ...(before.content === after.content ? [] : [finding(`sends ${after.content} now, was ${before.content}`)]),
    ...(before.styles === after.styles ? [] : [finding('encodes form fields differently now')]),
    ...(isWrapping ? [finding(`has a response ${after.envelope} an envelope now`)] : []),
  ];
}

/** The content type of responses that are passed through unchanged: text or bytes. */
function compareMedia(
  { answer: old }: OperationModel,
  { answer: now }: OperationModel,
  place: CallPlace,
): readonly Change[] {
  if (old.content === undefined || now.content === undefined || old.content === now.content) return [];
  const types = now.content.split(', ');
  const severity = old.content.split(', ').every((type) => types.includes(type)) ? 'addition' : 'breaking';
  return [changeAt(place, { severity, subject: 'type', what: `returns ${now.content} now, was ${old.content}` })];
}

/** The media types of the request body, if the caller chooses. What they take is compared by its type. */
function compareBodies({ body: old, choice: oldChoice }: Endpoint, now: Endpoint, place: CallPlace): readonly Change[] {
  if ((!oldChoice && !now.choice) || !old || !now.body) return [];
  const before = (oldChoice?.bodies ?? [old]).map(({ mediaType }) => mediaType);
  const after = (now.choice?.bodies ?? [now.body]).map(({ mediaType }) => mediaType);
  const finding = (severity: Change['severity'], what: string): Change =>
    changeAt(place, { severity, subject: 'argument', what });
  const [wasFirst = '', first = ''] = [before[0], after[0]];
  const isOther = wasFirst !== first && after.includes(wasFirst);
  const names = oldChoice && now.choice && oldChoice.name !== now.choice.name ? [oldChoice.name, now.choice.name] : [];
  return [
    ...before.filter((type) => !after.includes(type)).map((type) => finding('breaking', `no longer sends ${type}`)),
    ...(isOther ? [finding('breaking', `sends ${first} by default now, was ${wasFirst}`)] : []),
    ...after.filter((type) => !before.includes(type)).map((type) => finding('addition', `can send ${type}`)),
    ...(names.length > 0 ? [finding('breaking', `chooses the media type by ${names[1]} now, was ${names[0]}`)] : []),
  ];
}

function compareAdvice(old: OperationModel, now: OperationModel, place: CallPlace): readonly Change[] {
  const adviceOf = ({ seenIn, hints }: OperationModel): string => JSON.stringify([seenIn, hints]);
  if (adviceOf(old) === adviceOf(now)) return [];
  return [changeAt(place, { severity: 'fix', subject: 'docs', what: 'has different error hints now' })];
}

function argumentPlace(name: string, { method }: CallEntry, { where, ...call }: CallPlace): CallPlace {
  const isLeading = method.args.positional.some((argument) => argument.name === name);
  return {
    where: isLeading ? `${where}(${name})` : `${where}(params).${name}`,
    old: call.old.member(name),
    new: call.new.member(name),
  };
}

function compareParameter(old: ParameterModel, now: ParameterModel, place: CallPlace): readonly Change[] {
  const wireOf = ({ in: where, write, reserved, format }: ParameterModel): string =>
    JSON.stringify([where, write, reserved, format]);
  const sent = (value: ParameterModel['default']): string => (value === undefined ? 'nothing' : String(value));
  const what = `defaults to ${sent(now.default)} now, was ${sent(old.default)}: the SDK sends the default`;
  return [
    ...(old.default === now.default ? [] : [changeAt(place, { severity: 'breaking', subject: 'default', what })]),
    ...(wireOf(old) === wireOf(now)
      ? []
      : [changeAt(place, { severity: 'fix', subject: 'wire', what: 'is encoded differently now' })]),
  ];
}

/** A new error is one more to catch; a removed one leaves a catch block unused. */
function compareErrors(old: CallEntry, now: CallEntry, place: CallPlace, pair: Pair): readonly Change[] {
  const nameOf = (status: number, document: 'old' | 'new'): string =>
    `${errorClass(status, pair[document].config)} (${status})`;
  return [
    ...now.errors
      .filter((status) => !old.errors.includes(status))
      .map((status) =>
        changeAt(place, {
          severity: 'addition',
          subject: 'error',
          kind: 'added',
          what: `may throw ${nameOf(status, 'new')} now`,
        }),
      ),
    ...old.errors
      .filter((status) => !now.errors.includes(status))
      .map((status) =>
        changeAt(place, {
          severity: 'fix',
          subject: 'error',
          kind: 'removed',
          what: `no longer documents ${nameOf(status, 'old')}`,
        }),
      ),
  ];
}
