import { cases, type Case } from '../../generated/cases.js';
import { observedClient, type ObservedRequest } from '../helpers/observed-client.js';

/** One call of the program. `{name}` stands for the id that an earlier call was answered with. */
export interface ProgramCall {
  readonly title: string;
  /** The operationId, or a method and a path that the document has not. */
  readonly operation: string;
  /** The path variable `id`. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string | Blob>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request of the typed client, instead of all of these. */
  readonly sent?: ObservedRequest;
  /** Whether the API refuses it. */
  readonly isRefused?: true;
  /** Without the API key. */
  readonly isAnonymous?: boolean;
  /** The name under which the id of the answer is kept. */
  readonly keep?: string;
  /** Seconds that pass before the call. */
  readonly after?: number;
  /** The status that Prism is asked for, because it has no state to know it from. */
  readonly asked?: number;
  /** Why the two answers differ on purpose, and in what. */
  readonly except?: { readonly status?: true; readonly contentType?: true; readonly body?: true; readonly why: string };
}

const chat = { model: 'deepseek-ai/DeepSeek-V3', messages: [{ role: 'user', content: 'What is a GPU?' }] };
const weather = {
  type: 'function',
  function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
};
const json = { type: 'json_schema', json_schema: { name: 'a', schema: { type: 'object', properties: { x: {} } } } };
const image = { model: 'black-forest-labs/FLUX.1-schnell', prompt: 'A crate' };
const speech = { model: 'hexgrad/Kokoro-82M', input: 'Hello', voice: 'af_heart' };
const video = { model: 'google/veo-3.0', prompt: 'Waves' };
const embedding = { model: 'BAAI/bge-large-en-v1.5', input: 'A crate of GPUs' };
const recording = (format?: string) => ({
  file: new Blob(['RIFF'], { type: 'audio/wav' }),
  model: 'openai/whisper-large-v3',
  ...(format !== undefined && { response_format: format }),
});
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop';
const unknownId = '00000000-0000-4000-8000-000000000000';
const inStaging = { query: { environment: 'staging' }, headers: { 'x-environment': 'staging' } };

const named = (
  operation: string,
  calls: readonly (Omit<ProgramCall, 'operation'> & { readonly operation?: string })[],
) => calls.map((call): ProgramCall => ({ operation, ...call }));

/** What a workspace goes through, with what it accepts and what it refuses. */
const written: readonly ProgramCall[] = [
  ...named('createChatCompletion', [
    { title: 'a text', body: chat },
    { title: 'more than one choice', body: { ...chat, n: 2, max_tokens: 3, temperature: 0, stop: ['.'] } },
    { title: 'a stream', body: { ...chat, stream: true } },
    { title: 'a stream without usage', body: { ...chat, stream: true, stream_options: { include_usage: false } } },
    { title: 'a required tool', body: { ...chat, tools: [weather], tool_choice: 'required' } },
    { title: 'JSON by a schema', body: { ...chat, response_format: json } },
    { title: 'a field that nobody knows', body: { ...chat, top_k: 5 } },
    { title: 'no messages', isRefused: true, body: { model: chat.model } },
    {
      title: 'a role that there is not',
      isRefused: true,
      body: { ...chat, messages: [{ role: 'robot', content: '' }] },
    },
    { title: 'a temperature that is too high', isRefused: true, body: { ...chat, temperature: 3 } },
    { title: 'no key', isRefused: true, body: chat, isAnonymous: true },
  ]),
  ...named('createImage', [
    { title: 'links', body: { ...image, width: 512, height: 256, n: 2 } },
    { title: 'base64', body: { ...image, size: '32x32', response_format: 'b64_json' } },
    { title: 'no prompt', isRefused: true, body: { model: image.model } },
  ]),
  ...named('createVideo', [
    { title: 'a job', body: video, keep: 'video' },
    { title: 'a duration that is no number', isRefused: true, body: { ...video, duration: 'long' } },
  ]),
  ...named('getVideo', [
    { title: 'a new job', id: '{video}' },
    { title: 'an unknown job', isRefused: true, id: unknownId, asked: 404 },
    { title: 'a finished job', id: '{video}', after: 60 },
  ]),
  ...named('downloadVideo', [
    { title: 'a finished job', id: '{video}' },
    { title: 'an unknown job', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('createSpeech', [
    { title: 'MP3', body: { ...speech, response_format: 'mp3' } },
    { title: 'PCM', body: { ...speech, response_format: 'pcm' } },
    { title: 'no input', isRefused: true, body: { model: speech.model } },
  ]),
  ...named('createTranscription', [
    { title: 'JSON', form: recording() },
    { title: 'a text', form: recording('text') },
    { title: 'SRT', form: recording('srt') },
    { title: 'VTT', form: recording('vtt') },
    { title: 'no file', isRefused: true, form: { model: 'openai/whisper-large-v3' } },
  ]),
  ...named('createEmbedding', [
    { title: 'one text', body: embedding },
    { title: 'two texts', body: { ...embedding, input: ['a', 'b'], dimensions: 8 } },
    {
      title: 'base64',
      body: { ...embedding, encoding_format: 'base64' },
      except: { body: true, why: 'the example of the document, which Prism sends always, has numbers' },
    },
    { title: 'no input', isRefused: true, body: { model: embedding.model } },
  ]),
  ...named('listModels', [{ title: 'all' }]),
  ...named('createEnvironment', [
    { title: 'a new one', body: { name: 'staging' }, keep: 'environment' },
    { title: 'no name', isRefused: true, body: {} },
  ]),
  ...named('listEnvironments', [{ title: 'all' }, { title: 'no key', isRefused: true, isAnonymous: true }]),
  ...named('getEnvironment', [
    { title: 'one', id: '{environment}' },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('updateEnvironment', [
    { title: 'the same name', id: '{environment}', body: { name: 'staging' } },
    { title: 'a default that is no boolean', isRefused: true, id: '{environment}', body: { is_default: 'yes' } },
  ]),
  ...named('createSshKey', [
    { title: 'a new one', body: { name: 'laptop', public_key: publicKey }, keep: 'key' },
    { title: 'the same again', isRefused: true, body: { name: 'laptop', public_key: publicKey }, asked: 409 },
    { title: 'no public key', isRefused: true, body: { name: 'laptop' } },
  ]),
  ...named('listSshKeys', [{ title: 'all' }]),
  ...named('listInstanceTypes', [
    { title: 'all' },
    { title: 'some', query: { gpu_type: 'A100', gpu_count: '1', region: 'us-east-1' } },
    { title: 'a count that is no number', isRefused: true, query: { gpu_count: 'two' } },
  ]),
  ...named('listStorageRegions', [{ title: 'all' }]),
  ...named('createStorageVolume', [
    { title: 'a new one', body: { name: 'data', size_gb: 100, region: 'us-east-1' }, keep: 'volume', ...inStaging },
    { title: 'a size in letters', isRefused: true, body: { name: 'data', size_gb: 'big', region: 'us-east-1' } },
  ]),
  ...named('createInstance', [
    {
      title: 'with all there is',
      body: {
        name: 'train',
        gpu_type: 'A100',
        gpu_count: 1,
        region: 'us-east-1',
        template: 'ubuntu-train',
        ssh_key_id: '{key}',
        storage_id: '{volume}',
        env_vars: [{ key: 'EPOCHS', value: '3' }],
      },
      keep: 'instance',
      ...inStaging,
    },
    { title: 'no name', isRefused: true, body: { gpu_type: 'A100' } },
    { title: 'a count that is no number', isRefused: true, body: { name: 'a', gpu_type: 'A100', gpu_count: 'two' } },
    { title: 'a body that is no object', isRefused: true, body: '[]' },
    { title: 'broken JSON', isRefused: true, body: '{"name":' },
    {
      title: 'no body',
      isRefused: true,
      except: { status: true, why: 'by the document 400 is for what is missing; Prism sends 422 for all of a body' },
    },
  ]),
  ...named('listInstances', [
    { title: 'those of an environment', ...inStaging },
    { title: 'those with a name', query: { search: 'train', environment: 'staging' } },
    {
      title: 'an empty environment',
      isRefused: true,
      query: { environment: '' },
      except: { status: true, body: true, why: 'Prism does not hold an empty parameter against `minLength`' },
    },
    { title: 'an environment that there is not', isRefused: true, query: { environment: 'nowhere' }, asked: 400 },
  ]),
  ...named('getInstance', [
    { title: 'one', id: '{instance}', ...inStaging },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('getInstanceStatus', [
    { title: 'one that runs', id: '{instance}', after: 60, ...inStaging },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('listStorageVolumes', [{ title: 'those of an environment', ...inStaging }]),
  ...named('terminateInstance', [
    { title: 'one', id: '{instance}', after: 4000, ...inStaging },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('getStorageVolume', [
    { title: 'one', id: '{volume}', ...inStaging },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('resizeStorageVolume', [
    { title: 'larger', id: '{volume}', body: { size_gb: 200 }, ...inStaging },
    { title: 'smaller', isRefused: true, id: '{volume}', body: { size_gb: 50 }, asked: 422, ...inStaging },
    { title: 'no size', isRefused: true, id: '{volume}', body: {}, ...inStaging },
  ]),
  ...named('deleteStorageVolume', [
    { title: 'one', id: '{volume}', ...inStaging },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('deleteSshKey', [
    { title: 'one', id: '{key}' },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('deleteEnvironment', [
    { title: 'an empty one', id: '{environment}' },
    { title: 'an unknown one', isRefused: true, id: unknownId, asked: 404 },
  ]),
  ...named('listTemplates', [
    { title: 'all' },
    { title: 'some', query: { page: '1', page_size: '2', search: 'ubuntu', sort_by: 'name', sort_dir: 'desc' } },
    { title: 'a page before the first', isRefused: true, query: { page: '0' } },
  ]),
  ...named('getBalance', [{ title: 'one' }, { title: 'no key', isRefused: true, isAnonymous: true }]),
  ...named('listTransactions', [
    { title: 'all' },
    { title: 'some', query: { limit: '2', offset: '1', type: 'usage' } },
    { title: 'a type that there is not', isRefused: true, query: { type: 'gift' } },
    { title: 'too many', isRefused: true, query: { limit: '101' } },
  ]),
  ...named('getUsage', [
    { title: 'all' },
    { title: 'some days', query: { from: '2026-01-01', to: '2026-12-31' } },
    { title: 'a day that there is not', isRefused: true, query: { from: 'yesterday' } },
  ]),
  ...named('GET /api/v1/nothing', [{ title: 'an unknown path', isRefused: true }]),
  ...named('PUT /api/v1/instances', [{ title: 'a method that a path has not', isRefused: true }]),
];

/** Why the example of an operation can't succeed in this workspace. */
const unfit: Readonly<Record<string, string>> = {
  createInstance: 'the SSH key and the volume of the example do not exist',
};

/** The examples of the document, of all operations with calls above that need no id. */
const examples = Object.entries<Case>(cases).flatMap(([operation, { request }]): ProgramCall[] => {
  const { query, body } = request;
  if (!isWritten(operation)) return [];
  if (new URL(request.path, 'http://localhost').pathname.split('/').some((step) => step.length > 30)) return [];
  const isForm = operation === 'createTranscription';
  return [
    {
      operation,
      title: 'the example of the document',
      query,
      ...(isForm ? { form: { ...(body as Record<string, string>), file: recording().file } } : { body }),
      ...(operation in unfit && { asked: 422, isRefused: true as const }),
    },
  ];
});

/** An operation without a call above, as after the document has got one, is called with its case. */
const others = Object.entries<Case>(cases).flatMap(([operation, { call }]) =>
  isWritten(operation) ? [] : [{ operation, call }],
);

/** Every operation. */
export const program: readonly ProgramCall[] = [...written, ...examples, ...(await Promise.all(others.map(sampled)))];

async function sampled({ operation, call }: { operation: string; call: Case['call'] }): Promise<ProgramCall> {
  const { client, requests } = observedClient();
  await call(client);
  const except = { body: true, why: 'each makes up a value of the schema, and a union has several' } as const;
  return { operation, title: 'its case', sent: requests[0]!, except };
}

function isWritten(operation: string): boolean {
  return written.some((call) => call.operation === operation);
}
