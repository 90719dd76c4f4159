import type { OperationId } from '../generated/cases.js';
import { NotFoundError, type Runcrate } from '../src/index.node.js';
import { cheapest, lastMonth, modelFor, recording, sshPublicKey } from './samples.js';
import { change, list, look, make, NotRun, pay, read, remove, type Hands, type Step } from './step.js';

/**
 * How each operation is called on a deployment, whether it is billed, and which step deletes what it creates. An
 * operation that is not named here has the default of default-step.ts, which never changes anything.
 */
export const plan = {
  createChatCompletion: pay(
    ['listModels'],
    (rc, hands) => rc.models.chatCompletion(chat(hands), hands.options),
    async (rc, hands) => {
      const stream = await rc.models.chatCompletion({ ...chat(hands), stream: true }, hands.options);
      return stream.finalCompletion();
    },
  ),
  createImage: pay(['listModels'], (rc, { options, answerOf }) => {
    const model = modelFor('image', 'black-forest-labs/FLUX.1-schnell', answerOf('listModels'));
    return rc.models.generateImage({ model, prompt: 'A grey square', width: 256, height: 256 }, options);
  }),
  createVideo: make('spend', 'video job', ['listModels'], (rc, { options, answerOf }) => {
    const model = modelFor('video', 'google/veo-3.0', answerOf('listModels'));
    return rc.models.generateVideo({ model, prompt: 'A grey square', duration: 4 }, options);
  }),
  getVideo: look('video job', (rc, { id, options }) => rc.models.getVideoStatus(id, options)),
  downloadVideo: look('video job', downloadWhenReady),
  createSpeech: pay(['listModels'], (rc, { options, answerOf }) => {
    const model = modelFor('audio', 'hexgrad/Kokoro-82M', answerOf('listModels'));
    return rc.models.textToSpeech({ model, input: 'Hi.' }, options);
  }),
  createTranscription: pay([], (rc, { options }) =>
    rc.models.transcribe({ model: 'openai/whisper-large-v3', file: recording(), filename: 'silence.wav' }, options),
  ),
  createEmbedding: pay([], (rc, { options }) =>
    rc.models.embeddings({ model: 'BAAI/bge-large-en-v1.5', input: ['A crate'] }, options),
  ),
  listModels: read((rc, { options }) => rc.models.list(options)),

  listInstances: list('instance', (rc, { options }) => rc.instances.list({}, options)),
  createInstance: make('spend', 'instance', ['listInstanceTypes'], (rc, { name, options, answerOf }) =>
    rc.instances.create({ name, instanceTypeId: cheapest(answerOf('listInstanceTypes')).id }, options),
  ),
  getInstance: look('instance', (rc, { id, options }) => rc.instances.get(id, options)),
  terminateInstance: remove('spend', 'instance', (rc, { id, options }) => rc.instances.terminate(id, options)),
  getInstanceStatus: look('instance', (rc, { id, options }) => rc.instances.getStatus(id, options)),
  listInstanceTypes: read((rc, { options }) => rc.instances.listTypes({}, options)),

  listEnvironments: list('environment', (rc, { options }) => rc.environments.list(options)),
  createEnvironment: make('write', 'environment', [], (rc, { name, options }) =>
    rc.environments.create({ name }, options),
  ),
  getEnvironment: look('environment', (rc, { id, options }) => rc.environments.get(id, options)),
  // Never `isDefault`: the calls of other programs would use another environment.
  updateEnvironment: change('write', 'environment', (rc, { id, name, options }) =>
    rc.environments.update(id, { name: `${name}-renamed` }, options),
  ),
  deleteEnvironment: remove('write', 'environment', (rc, { id, options }) => rc.environments.delete(id, options)),

  listSshKeys: list('SSH key', (rc, { options }) => rc.sshKeys.list(options)),
  createSshKey: make('write', 'SSH key', [], (rc, { name, options }) =>
    rc.sshKeys.create({ name, publicKey: sshPublicKey(name) }, options),
  ),
  deleteSshKey: remove('write', 'SSH key', (rc, { id, options }) => rc.sshKeys.delete(id, options)),

  listStorageVolumes: list('volume', (rc, { options }) => rc.storage.list({}, options)),
  createStorageVolume: make('spend', 'volume', ['listStorageRegions'], (rc, { name, options, answerOf }) => {
    const [region] = answerOf('listStorageRegions') ?? [];
    if (region === undefined) throw new NotRun('no storage region is available');
    return rc.storage.create({ name, sizeGb: 10, region: region.name }, options);
  }),
  getStorageVolume: look('volume', (rc, { id, options }) => rc.storage.get(id, options)),
  resizeStorageVolume: change('spend', 'volume', (rc, { id, options }) => rc.storage.resize(id, 20, options)),
  deleteStorageVolume: remove('spend', 'volume', (rc, { id, options }) => rc.storage.delete(id, options)),
  listStorageRegions: read((rc, { options }) => rc.storage.listRegions(options)),

  listTemplates: read((rc, { options }) => rc.templates.list({}, options)),
  getBalance: read((rc, { options }) => rc.billing.getBalance(options)),
  listTransactions: read((rc, { options }) => rc.billing.listTransactions({ limit: 10 }, options)),
  getUsage: read((rc, { options }) => rc.billing.usage(lastMonth(), options)),
} satisfies Partial<Record<OperationId, Step>>;

function chat({ answerOf }: Hands) {
  const model = modelFor('text', 'deepseek-ai/DeepSeek-V3', answerOf('listModels'));
  return { model, messages: [{ role: 'user' as const, content: 'Say hi.' }], maxTokens: 16 };
}

/** The status code is 404 until the job is completed. Only then does this wait for it. */
async function downloadWhenReady(rc: Runcrate, { id, options, patience }: Hands): Promise<unknown> {
  try {
    return await rc.models.downloadVideo(id, options);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  const { pauseMs, maxWaitSeconds } = patience;
  await rc.models.waitForVideo(id, { ...options, pollInterval: pauseMs, maxWait: maxWaitSeconds });
  return rc.models.downloadVideo(id, options);
}
