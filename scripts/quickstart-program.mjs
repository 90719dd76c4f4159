// @ts-check
// A program as a user writes it. The client reads key and URLs from RUNCRATE_API_KEY, RUNCRATE_BASE_URL and
// RUNCRATE_INFERENCE_URL, so nothing here configures the simulator. `npm run quickstart` runs it on the built package.
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Runcrate, { NotFoundError } from '@runcrate/sdk';

const rc = new Runcrate();
const model = 'deepseek-ai/DeepSeek-V3';

await part(
  'models.chatCompletion',
  () => rc.models.chatCompletion({ model, messages: [{ role: 'user', content: 'What is a GPU?' }], maxTokens: 100 }),
  ({ choices, usage }) => `"${choices[0]?.message.content}" (${usage?.totalTokens} tokens)`,
);

await part(
  '  … with stream: true',
  async () => {
    const messages = /** @type {const} */ ([{ role: 'user', content: 'Tell me a story.' }]);
    const stream = await rc.models.chatCompletion({ model, messages: [...messages], stream: true });
    let chunks = 0;
    for await (const chunk of stream) {
      process.stdout.write(chunk.choices[0]?.delta.content ?? '');
      chunks++;
    }
    return chunks;
  },
  (chunks) => ` (in ${chunks} chunks)`,
);

await part(
  'models.embeddings',
  () => rc.models.embeddings({ model: 'BAAI/bge-large-en-v1.5', input: 'A crate of GPUs' }),
  ({ data }) => `a vector of ${data[0]?.embedding.length} numbers`,
);

await inNewFolder(async (folder) => {
  await part(
    'models.generateImage',
    async () => {
      const images = await rc.models.generateImage({
        model: 'black-forest-labs/FLUX.1-schnell',
        prompt: 'A futuristic cityscape at sunset',
        n: 2,
      });
      const files = images.data.map((_, index) => join(folder, `city-${index + 1}.png`));
      await Promise.all(images.data.map((image, index) => image.save(files[index] ?? '')));
      return files;
    },
    (files) => `saved ${files.map(nameAndSize).join(' and ')}`,
  );

  await part(
    'models.generateVideoAndSave',
    () =>
      rc.models.generateVideoAndSave(join(folder, 'ocean.mp4'), {
        model: 'google/veo-3.0',
        prompt: 'Ocean waves at sunset',
        duration: 8,
        pollInterval: 200, // milliseconds; omit it with the real API
        onStatus: ({ status }) => process.stdout.write(`${status} … `),
        onProgress: ({ receivedBytes, totalBytes }) =>
          process.stdout.write(`${receivedBytes} of ${totalBytes} bytes … `),
      }),
    () => `saved ${nameAndSize(join(folder, 'ocean.mp4'))}`,
  );

  await part(
    'models.textToSpeechAndSave',
    () =>
      rc.models.textToSpeechAndSave(join(folder, 'hello.mp3'), {
        model: 'hexgrad/Kokoro-82M',
        input: 'Hello from Runcrate!',
        voice: 'af_heart',
      }),
    () => `saved ${nameAndSize(join(folder, 'hello.mp3'))}`,
  );

  await part(
    'models.transcribe',
    () => rc.models.transcribe({ model: 'openai/whisper-1', file: join(folder, 'hello.mp3'), language: 'en' }),
    ({ text, duration }) => `"${text}" (${duration} s)`,
  );
});

await part(
  'models.list',
  () => rc.models.list(),
  ({ data }) => data.map(({ id }) => id).join(', '),
);

await part(
  'instances.listTypes',
  () => rc.instances.listTypes({ gpuType: 'A100' }),
  (types) =>
    types
      .map(({ id, gpuType, gpuCount, hourlyRate }) => `${id}: ${gpuCount} × ${gpuType}, $${hourlyRate}/h`)
      .join('; '),
);

const instance = await part(
  'instances.create',
  () => rc.instances.create({ name: 'training-run', gpuType: 'A100', gpuCount: 1, envVars: { EPOCHS: '3' } }),
  ({ name, id, status }) => `${name} is ${status} (${id})`,
);

await part(
  'instances.waitUntilReady',
  () => rc.instances.waitUntilReady(instance.id, { pollInterval: 200 }), // milliseconds; omit it with the real API
  ({ status, ip }) => `${status} at ${ip}`,
);

await part(
  'instances.list',
  () => rc.instances.list({ search: 'training' }),
  (instances) => instances.map(({ name, status }) => `${name} is ${status}`).join(', '),
);

await part(
  'instances.terminate',
  () => rc.instances.terminate(instance.id),
  () => `${instance.name} was terminated`,
);

const key = await part(
  'sshKeys.create',
  () => rc.sshKeys.create({ name: 'my-laptop', publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@laptop' }),
  ({ name, fingerprint }) => `${name}, ${fingerprint}`,
);

await part(
  'sshKeys.list',
  () => rc.sshKeys.list(),
  (keys) => keys.map(({ name }) => name).join(', '),
);

await part(
  'sshKeys.delete',
  () => rc.sshKeys.delete(key.id),
  () => `${key.name} was deleted`,
);

await part(
  'storage.listRegions',
  () => rc.storage.listRegions(),
  (regions) => regions.map(({ name, provider }) => `${name} (${provider})`).join(', '),
);

const volume = await part(
  'storage.create',
  () => rc.storage.create({ name: 'datasets', sizeGb: 100, region: 'us-east-1' }),
  ({ name, id, sizeGb }) => `${name} has ${sizeGb} GB (${id})`,
);

await part(
  'storage.resize',
  () => rc.storage.resize(volume.id, 200),
  ({ name, sizeGb }) => `${name} has ${sizeGb} GB`,
);

await part(
  'storage.delete',
  () => rc.storage.delete(volume.id),
  ({ refundAmount }) => `$${refundAmount} refunded`,
);

await part(
  'environments.list',
  () => rc.environments.list(),
  (environments) => environments.map(({ name, isDefault }) => (isDefault ? `${name} (default)` : name)).join(', '),
);

await part(
  'environments.create',
  () => rc.environments.create({ name: 'staging' }),
  ({ name, id }) => `${name} (${id})`,
);

await part(
  '  … and a client in it',
  () => rc.withOptions({ environment: 'staging' }).instances.list(),
  (instances) => `${instances.length} instances, requested with ?environment=staging`,
);

await part(
  'billing.getBalance',
  () => rc.billing.getBalance(),
  ({ creditsBalance }) => `$${creditsBalance}`,
);

await part(
  'billing.listTransactions',
  () => rc.billing.listTransactions({ limit: 3 }),
  (page) => `${page.length} of ${page.total} on the first page; the latest: ${page.data[0]?.description}`,
);

await part(
  '  … over all pages',
  async () => {
    const amounts = [];
    for await (const { amount } of await rc.billing.listTransactions({ limit: 3 })) amounts.push(amount);
    return amounts;
  },
  (amounts) => `${amounts.length} transactions read`,
);

await part(
  'billing.usage',
  () => rc.billing.usage(),
  ({ totalRequests, totalCost }) => `${totalRequests} requests for $${totalCost}`,
);

await part(
  'templates.list',
  () => rc.templates.list({ category: 'ml', pageSize: 10 }),
  ({ data, total }) => `${data.map(({ name }) => name).join(', ')} (${data.length} of ${total})`,
);

await part(
  'a typed error',
  () => rc.instances.get('nonexistent').catch((/** @type {unknown} */ error) => error),
  (error) => {
    if (!(error instanceof NotFoundError)) throw error;
    return `${error.name}, status ${error.statusCode}, code ${error.code}: ${error.message}`;
  },
);

/**
 * Passes a new folder to `work` and deletes it afterwards.
 * @param {(folder: string) => Promise<void>} work
 */
async function inNewFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-quickstart-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {string} file */
function nameAndSize(file) {
  return `${basename(file)} (${statSync(file).size} bytes)`;
}

/**
 * Runs one part and prints its result on one line.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} call
 * @param {(result: T) => string} describe
 * @returns {Promise<T>}
 */
async function part(name, call, describe) {
  process.stdout.write(`  ${name.padEnd(29)}`);
  try {
    const result = await call();
    process.stdout.write(`${describe(result)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    console.error(error);
    process.exit(1);
  }
}
