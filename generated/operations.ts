// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Bytes, EventStream, Operation } from '../src/handwritten/core/operation.js';
import type { Page } from '../src/handwritten/core/page.js';
import type {
  Balance,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionParams,
  EmbeddingList,
  EmbeddingParams,
  Environment,
  EnvironmentCreateParams,
  EnvironmentUpdateParams,
  ImageGeneration,
  ImageGenerationParams,
  Instance,
  InstanceCreateParams,
  InstanceListParams,
  InstanceStatus,
  InstanceType,
  InstanceTypeListParams,
  ModelList,
  SSHKey,
  SSHKeyCreateParams,
  StorageCreateParams,
  StorageDeleteResult,
  StorageListParams,
  StorageRegion,
  StorageVolume,
  TTSParams,
  Template,
  TemplateListParams,
  Transaction,
  TransactionListParams,
  TranscribeParams,
  Transcription,
  UsageParams,
  UsageSummary,
  VideoGenerationParams,
  VideoJob,
} from './types.js';
import * as codecs from './codecs.js';

/** Where each server is, if the caller does not say otherwise. */
export const servers = {
  infrastructure: 'https://runcrate.ai/api/v1',
  inference: 'https://api.runcrate.ai/v1',
} as const;

/** `POST /chat/completions` */
export const createChatCompletion: Operation<
  'POST',
  '/chat/completions',
  ChatCompletionParams,
  ChatCompletion | EventStream<ChatCompletionChunk>
> = {
  id: 'createChatCompletion',
  method: 'POST',
  path: '/chat/completions',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'application/json',
    from: 'fields',
    required: true,
    extras: true,
    codec: codecs.chatCompletionParams,
  },
  answer: { as: 'json', codec: codecs.chatCompletion, stream: { when: 'stream', codec: codecs.chatCompletionChunk } },
  seenIn: 'rc.billing.usage()',
};

/** `POST /images/generations` */
export const createImage: Operation<'POST', '/images/generations', ImageGenerationParams, ImageGeneration> = {
  id: 'createImage',
  method: 'POST',
  path: '/images/generations',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'application/json',
    from: 'fields',
    required: true,
    extras: true,
    files: {
      image: 'image',
      inputImage: 'image',
      inputImages: 'images',
      startImage: 'image',
      mask: 'image',
      controlImage: 'image',
    },
    codec: codecs.imageGenerationParams,
  },
  answer: { as: 'json', codec: codecs.imageGeneration },
  seenIn: 'rc.billing.listTransactions()',
};

/** `POST /videos` */
export const createVideo: Operation<'POST', '/videos', VideoGenerationParams, VideoJob> = {
  id: 'createVideo',
  method: 'POST',
  path: '/videos',
  server: 'inference',
  retry: 'once',
  body: {
    content: 'application/json',
    from: 'fields',
    required: true,
    extras: true,
    files: {
      image: 'image',
      inputImage: 'image',
      inputImages: 'images',
      startImage: 'image',
      mask: 'image',
      controlImage: 'image',
    },
    codec: codecs.videoGenerationParams,
  },
  answer: { as: 'json' },
  seenIn: 'rc.billing.listTransactions()',
};

/** `GET /videos/{id}` */
export const getVideo: Operation<'GET', '/videos/{id}', { readonly id: string }, VideoJob> = {
  id: 'getVideo',
  method: 'GET',
  path: '/videos/{id}',
  server: 'inference',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'json' },
};

/** `GET /videos/{id}/download` */
export const downloadVideo: Operation<'GET', '/videos/{id}/download', { readonly id: string }, Bytes> = {
  id: 'downloadVideo',
  method: 'GET',
  path: '/videos/{id}/download',
  server: 'inference',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'bytes', content: 'video/mp4' },
  hints: [
    { status: 404, hint: 'A video is there only once its job is completed: wait with `rc.models.waitForVideo(id)`.' },
  ],
};

/** `POST /audio/speech` */
export const createSpeech: Operation<'POST', '/audio/speech', TTSParams, Bytes> = {
  id: 'createSpeech',
  method: 'POST',
  path: '/audio/speech',
  server: 'inference',
  retry: 'paid',
  body: { content: 'application/json', from: 'fields', required: true, extras: true, codec: codecs.ttsParams },
  answer: { as: 'bytes', content: 'audio/mpeg, audio/pcm' },
  seenIn: 'rc.billing.listTransactions()',
};

/** `POST /audio/transcriptions` */
export const createTranscription: Operation<'POST', '/audio/transcriptions', TranscribeParams, Transcription> = {
  id: 'createTranscription',
  method: 'POST',
  path: '/audio/transcriptions',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'multipart/form-data',
    from: 'fields',
    required: true,
    extras: true,
    files: { file: { as: 'upload', filename: 'filename' } },
    codec: codecs.transcribeParams,
  },
  answer: { as: 'json', text: 'text' },
  seenIn: 'rc.billing.listTransactions()',
};

/** `POST /embeddings` */
export const createEmbedding: Operation<'POST', '/embeddings', EmbeddingParams, EmbeddingList> = {
  id: 'createEmbedding',
  method: 'POST',
  path: '/embeddings',
  server: 'inference',
  retry: 'paid',
  body: { content: 'application/json', from: 'fields', required: true, extras: true, codec: codecs.embeddingParams },
  answer: { as: 'json', codec: codecs.embeddingList },
  seenIn: 'rc.billing.usage()',
};

/** `GET /models` */
export const listModels: Operation<'GET', '/models', Record<string, never>, ModelList> = {
  id: 'listModels',
  method: 'GET',
  path: '/models',
  server: 'inference',
  retry: 'safe',
  answer: { as: 'json', list: 'data', codec: codecs.modelList },
};

/** `GET /instances` */
export const listInstances: Operation<'GET', '/instances', InstanceListParams, Instance[]> = {
  id: 'listInstances',
  method: 'GET',
  path: '/instances',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'search', in: 'query' }],
  answer: { as: 'envelope', list: true, codec: { items: codecs.instance } },
};

/** `POST /instances` */
export const createInstance: Operation<'POST', '/instances', InstanceCreateParams, Instance> = {
  id: 'createInstance',
  method: 'POST',
  path: '/instances',
  server: 'infrastructure',
  retry: 'once',
  scoped: true,
  body: { content: 'application/json', from: 'fields', required: true, codec: codecs.instanceCreateParams },
  answer: { as: 'envelope', codec: codecs.instance },
  seenIn: 'rc.instances.list()',
  hints: [
    {
      status: 500,
      includes: 'no longer available',
      refused: true,
      hint: 'This type is out of stock, and nothing was created: `rc.instances.listTypes()` lists the others.',
    },
  ],
};

/** `GET /instances/{id}` */
export const getInstance: Operation<'GET', '/instances/{id}', { readonly id: string }, Instance> = {
  id: 'getInstance',
  method: 'GET',
  path: '/instances/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'envelope', codec: codecs.instance },
};

/** `DELETE /instances/{id}` */
export const terminateInstance: Operation<'DELETE', '/instances/{id}', { readonly id: string }, void> = {
  id: 'terminateInstance',
  method: 'DELETE',
  path: '/instances/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'nothing' },
};

/** `GET /instances/{id}/status` */
export const getInstanceStatus: Operation<'GET', '/instances/{id}/status', { readonly id: string }, InstanceStatus> = {
  id: 'getInstanceStatus',
  method: 'GET',
  path: '/instances/{id}/status',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'envelope' },
};

/** `GET /instances/types` */
export const listInstanceTypes: Operation<'GET', '/instances/types', InstanceTypeListParams, InstanceType[]> = {
  id: 'listInstanceTypes',
  method: 'GET',
  path: '/instances/types',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [
    { name: 'gpuType', wire: 'gpu_type', in: 'query' },
    { name: 'gpuCount', wire: 'gpu_count', in: 'query' },
    { name: 'region', in: 'query' },
  ],
  answer: { as: 'envelope', list: true, codec: { items: codecs.instanceType } },
};

/** `GET /environments` */
export const listEnvironments: Operation<'GET', '/environments', Record<string, never>, Environment[]> = {
  id: 'listEnvironments',
  method: 'GET',
  path: '/environments',
  server: 'infrastructure',
  retry: 'safe',
  answer: { as: 'envelope', list: true, codec: { items: codecs.environment } },
};

/** `POST /environments` */
export const createEnvironment: Operation<'POST', '/environments', EnvironmentCreateParams, Environment> = {
  id: 'createEnvironment',
  method: 'POST',
  path: '/environments',
  server: 'infrastructure',
  retry: 'once',
  body: { content: 'application/json', from: 'fields', required: true },
  answer: { as: 'envelope', codec: codecs.environment },
  seenIn: 'rc.environments.list()',
};

/** `GET /environments/{id}` */
export const getEnvironment: Operation<'GET', '/environments/{id}', { readonly id: string }, Environment> = {
  id: 'getEnvironment',
  method: 'GET',
  path: '/environments/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'envelope', codec: codecs.environment },
};

/** `PATCH /environments/{id}` */
export const updateEnvironment: Operation<
  'PATCH',
  '/environments/{id}',
  EnvironmentUpdateParams & { readonly id: string },
  Environment
> = {
  id: 'updateEnvironment',
  method: 'PATCH',
  path: '/environments/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path', required: true }],
  body: { content: 'application/json', from: 'fields', required: true, codec: codecs.environmentUpdateParams },
  answer: { as: 'envelope', codec: codecs.environment },
};

/** `DELETE /environments/{id}` */
export const deleteEnvironment: Operation<'DELETE', '/environments/{id}', { readonly id: string }, void> = {
  id: 'deleteEnvironment',
  method: 'DELETE',
  path: '/environments/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'nothing' },
};

/** `GET /ssh-keys` */
export const listSshKeys: Operation<'GET', '/ssh-keys', Record<string, never>, SSHKey[]> = {
  id: 'listSshKeys',
  method: 'GET',
  path: '/ssh-keys',
  server: 'infrastructure',
  retry: 'safe',
  answer: { as: 'envelope', list: true, codec: { items: codecs.sshKey } },
};

/** `POST /ssh-keys` */
export const createSshKey: Operation<'POST', '/ssh-keys', SSHKeyCreateParams, SSHKey> = {
  id: 'createSshKey',
  method: 'POST',
  path: '/ssh-keys',
  server: 'infrastructure',
  retry: 'once',
  body: { content: 'application/json', from: 'fields', required: true, codec: codecs.sshKeyCreateParams },
  answer: { as: 'envelope', codec: codecs.sshKey },
  seenIn: 'rc.sshKeys.list()',
};

/** `DELETE /ssh-keys/{id}` */
export const deleteSshKey: Operation<'DELETE', '/ssh-keys/{id}', { readonly id: string }, void> = {
  id: 'deleteSshKey',
  method: 'DELETE',
  path: '/ssh-keys/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'nothing' },
};

/** `GET /storage` */
export const listStorageVolumes: Operation<'GET', '/storage', StorageListParams, StorageVolume[]> = {
  id: 'listStorageVolumes',
  method: 'GET',
  path: '/storage',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'search', in: 'query' }],
  answer: { as: 'envelope', list: true, codec: { items: codecs.storageVolume } },
};

/** `POST /storage` */
export const createStorageVolume: Operation<'POST', '/storage', StorageCreateParams, StorageVolume> = {
  id: 'createStorageVolume',
  method: 'POST',
  path: '/storage',
  server: 'infrastructure',
  retry: 'once',
  scoped: true,
  body: { content: 'application/json', from: 'fields', required: true, codec: codecs.storageCreateParams },
  answer: { as: 'envelope', codec: codecs.storageVolume },
  seenIn: 'rc.storage.list()',
};

/** `GET /storage/{id}` */
export const getStorageVolume: Operation<'GET', '/storage/{id}', { readonly id: string }, StorageVolume> = {
  id: 'getStorageVolume',
  method: 'GET',
  path: '/storage/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'envelope', codec: codecs.storageVolume },
};

/** `PATCH /storage/{id}` */
export const resizeStorageVolume: Operation<
  'PATCH',
  '/storage/{id}',
  { readonly id: string; readonly sizeGb: number },
  StorageVolume
> = {
  id: 'resizeStorageVolume',
  method: 'PATCH',
  path: '/storage/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path', required: true }],
  body: { content: 'application/json', from: 'fields', required: true, codec: codecs.storageResizeParams },
  answer: { as: 'envelope', codec: codecs.storageVolume },
};

/** `DELETE /storage/{id}` */
export const deleteStorageVolume: Operation<'DELETE', '/storage/{id}', { readonly id: string }, StorageDeleteResult> = {
  id: 'deleteStorageVolume',
  method: 'DELETE',
  path: '/storage/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path', required: true }],
  answer: { as: 'envelope', optional: true, codec: codecs.storageDeleteResult },
};

/** `GET /storage/regions` */
export const listStorageRegions: Operation<'GET', '/storage/regions', Record<string, never>, StorageRegion[]> = {
  id: 'listStorageRegions',
  method: 'GET',
  path: '/storage/regions',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  answer: { as: 'envelope', list: true },
};

/** `GET /templates` */
export const listTemplates: Operation<'GET', '/templates', TemplateListParams, Page<Template>> = {
  id: 'listTemplates',
  method: 'GET',
  path: '/templates',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [
    { name: 'page', in: 'query', default: 1 },
    { name: 'pageSize', wire: 'page_size', in: 'query', default: 25 },
    { name: 'search', in: 'query' },
    { name: 'category', in: 'query' },
    { name: 'sortBy', wire: 'sort_by', in: 'query' },
    { name: 'sortDir', wire: 'sort_dir', in: 'query' },
  ],
  answer: { as: 'page', paging: { by: 'page', page: 'page', size: 'pageSize' }, codec: { items: codecs.template } },
};

/** `GET /billing/balance` */
export const getBalance: Operation<'GET', '/billing/balance', Record<string, never>, Balance> = {
  id: 'getBalance',
  method: 'GET',
  path: '/billing/balance',
  server: 'infrastructure',
  retry: 'safe',
  answer: { as: 'envelope', codec: codecs.balance },
};

/** `GET /billing/transactions` */
export const listTransactions: Operation<'GET', '/billing/transactions', TransactionListParams, Page<Transaction>> = {
  id: 'listTransactions',
  method: 'GET',
  path: '/billing/transactions',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [
    { name: 'limit', in: 'query', default: 50 },
    { name: 'offset', in: 'query', default: 0 },
    { name: 'type', in: 'query' },
  ],
  answer: {
    as: 'page',
    paging: { by: 'offset', offset: 'offset', limit: 'limit' },
    codec: { items: codecs.transaction },
  },
};

/** `GET /billing/usage` */
export const getUsage: Operation<'GET', '/billing/usage', UsageParams, UsageSummary> = {
  id: 'getUsage',
  method: 'GET',
  path: '/billing/usage',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [
    { name: 'from', in: 'query', format: 'date' },
    { name: 'to', in: 'query', format: 'date' },
  ],
  answer: { as: 'envelope', codec: codecs.usageSummary },
};

/** Every operation, by its operationId. */
export const operationsById = {
  createChatCompletion,
  createImage,
  createVideo,
  getVideo,
  downloadVideo,
  createSpeech,
  createTranscription,
  createEmbedding,
  listModels,
  listInstances,
  createInstance,
  getInstance,
  terminateInstance,
  getInstanceStatus,
  listInstanceTypes,
  listEnvironments,
  createEnvironment,
  getEnvironment,
  updateEnvironment,
  deleteEnvironment,
  listSshKeys,
  createSshKey,
  deleteSshKey,
  listStorageVolumes,
  createStorageVolume,
  getStorageVolume,
  resizeStorageVolume,
  deleteStorageVolume,
  listStorageRegions,
  listTemplates,
  getBalance,
  listTransactions,
  getUsage,
};
export type OperationId = keyof typeof operationsById;
