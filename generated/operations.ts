// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Bytes, EventStream, Operation } from '../src/handwritten/core/operation/operation.js';
import type { Page } from '../src/handwritten/core/response/page.js';
import type {
  Balance,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionParams,
  ChatCompletionParamsFields,
  EmbeddingList,
  EmbeddingParams,
  EmbeddingParamsFields,
  Environment,
  EnvironmentCreateParams,
  EnvironmentUpdateParams,
  ImageGeneration,
  ImageGenerationParams,
  ImageGenerationParamsFields,
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
  TTSParamsFields,
  Template,
  TemplateListParams,
  Transaction,
  TransactionListParams,
  TranscribeParams,
  TranscribeParamsFields,
  Transcription,
  UsageParams,
  UsageSummary,
  VideoGenerationParams,
  VideoGenerationParamsFields,
  VideoJob,
} from './types.js';
import * as codecs from './codecs.js';

/** Default URL of each server. */
export const servers = {
  infrastructure: 'https://runcrate.ai/api/v1',
  inference: 'https://api.runcrate.ai/v1',
} as const;

/** `POST /chat/completions` */
export const createChatCompletion: Operation<
  'POST',
  '/chat/completions',
  ChatCompletionParams | ChatCompletionParamsFields,
  ChatCompletion | EventStream<ChatCompletionChunk>
> = {
  method: 'POST',
  path: '/chat/completions',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'application/json',
    required: true,
    extras: true,
    plain: ['model', 'temperature', 'logprobs', 'n', 'seed', 'user', 'stream'],
    any: ['stop', 'logitBias', 'modalities', 'audio', 'metadata'],
    codec: {
      snake: [
        'maxTokens',
        'maxCompletionTokens',
        'topP',
        'frequencyPenalty',
        'presencePenalty',
        'logitBias',
        'topLogprobs',
        'reasoningEffort',
        'serviceTier',
        'streamOptions',
        'toolChoice',
        'parallelToolCalls',
        'functionCall',
        'responseFormat',
      ],
      fields: {
        messages: {
          items: {
            snake: ['reasoningContent', 'toolCalls', 'toolCallId', 'functionCall'],
            fields: {
              content: {
                items: { snake: ['imageUrl'], fields: { imageUrl: { required: ['url'] } }, required: ['type'] },
              },
              annotations: {
                items: { snake: ['urlCitation'], fields: { urlCitation: { snake: ['startIndex', 'endIndex'] } } },
              },
              audio: { snake: ['expiresAt'] },
            },
            required: ['role'],
            oneOf: { role: ['developer', 'system', 'user', 'assistant', 'tool', 'function'] },
          },
        },
        streamOptions: { snake: ['includeUsage'] },
        tools: { items: { fields: { function: codecs.chatFunction }, required: ['type'] } },
        toolChoice: { fields: { function: codecs.chatToolChoiceFunction }, required: ['type'] },
        functions: { items: codecs.chatFunction },
        functionCall: codecs.chatToolChoiceFunction,
        responseFormat: { snake: ['jsonSchema'], fields: { jsonSchema: { required: ['name'] } }, required: ['type'] },
      },
      required: ['model', 'messages'],
    },
  },
  answer: {
    as: 'json',
    result: 'choices',
    codec: {
      snake: ['serviceTier', 'systemFingerprint'],
      fields: {
        choices: {
          items: {
            snake: ['finishReason'],
            fields: {
              message: {
                snake: ['reasoningContent', 'toolCalls', 'functionCall'],
                fields: { annotations: { items: codecs.chatAnnotation }, audio: codecs.chatAudio },
              },
              logprobs: codecs.chatLogprobs,
            },
          },
        },
        usage: codecs.chatUsage,
      },
    },
    stream: {
      when: 'stream',
      codec: {
        snake: ['serviceTier', 'systemFingerprint'],
        fields: {
          choices: {
            items: {
              snake: ['finishReason'],
              fields: {
                delta: {
                  snake: ['reasoningContent', 'toolCalls', 'functionCall'],
                  fields: { annotations: { items: codecs.chatAnnotation }, audio: codecs.chatAudio },
                },
                logprobs: codecs.chatLogprobs,
              },
            },
          },
          usage: codecs.chatUsage,
        },
      },
    },
  },
  seenIn: 'rc.billing.usage()',
  hints: [{ status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' }],
};

/** `POST /images/generations` */
export const createImage: Operation<
  'POST',
  '/images/generations',
  ImageGenerationParams | ImageGenerationParamsFields,
  ImageGeneration
> = {
  method: 'POST',
  path: '/images/generations',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'application/json',
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
    plain: ['model', 'prompt', 'width', 'height', 'size', 'n', 'guidance', 'seed', 'image', 'mask', 'strength'],
    any: ['inputImages'],
    codec: {
      snake: [
        'aspectRatio',
        'numInferenceSteps',
        'responseFormat',
        'negativePrompt',
        'inputImage',
        'inputImages',
        'startImage',
        'controlImage',
        'promptStrength',
      ],
      required: ['model', 'prompt'],
      oneOf: { responseFormat: ['url', 'b64_json'] },
    },
  },
  answer: {
    as: 'json',
    numbers: ['created'],
    result: 'data',
    codec: { fields: { data: { items: { snake: ['b64Json', 'revisedPrompt'] } } } },
  },
  seenIn: 'rc.billing.listTransactions()',
  hints: [{ status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' }],
};

/** `POST /videos` */
export const createVideo: Operation<'POST', '/videos', VideoGenerationParams | VideoGenerationParamsFields, VideoJob> =
  {
    method: 'POST',
    path: '/videos',
    server: 'inference',
    retry: 'once',
    body: {
      content: 'application/json',
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
      plain: ['model', 'prompt', 'duration', 'width', 'height', 'seed', 'image', 'mask'],
      any: ['inputImages'],
      codec: {
        snake: [
          'durationSeconds',
          'aspectRatio',
          'negativePrompt',
          'imageUrl',
          'inputImage',
          'inputImages',
          'startImage',
          'controlImage',
        ],
        required: ['model', 'prompt'],
      },
    },
    answer: { as: 'json', result: 'id' },
    seenIn: 'rc.billing.listTransactions()',
    hints: [{ status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' }],
  };

/** `GET /videos/{id}` */
export const getVideo: Operation<'GET', '/videos/{id}', { readonly id: string }, VideoJob> = {
  method: 'GET',
  path: '/videos/{id}',
  server: 'inference',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'json' },
};

/** `GET /videos/{id}/download` */
export const downloadVideo: Operation<'GET', '/videos/{id}/download', { readonly id: string }, Bytes> = {
  method: 'GET',
  path: '/videos/{id}/download',
  server: 'inference',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'bytes', content: 'video/mp4' },
  hints: [
    { status: 404, hint: 'The video is available once its job is completed. Call `rc.models.waitForVideo(id)` first.' },
  ],
};

/** `POST /audio/speech` */
export const createSpeech: Operation<'POST', '/audio/speech', TTSParams | TTSParamsFields, Bytes> = {
  method: 'POST',
  path: '/audio/speech',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'application/json',
    required: true,
    extras: true,
    plain: ['model', 'input', 'voice', 'speed', 'language'],
    codec: { snake: ['responseFormat'], required: ['model', 'input'] },
  },
  answer: { as: 'bytes', content: 'audio/mpeg, audio/pcm' },
  seenIn: 'rc.billing.listTransactions()',
  hints: [{ status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' }],
};

/** `POST /audio/transcriptions` */
export const createTranscription: Operation<
  'POST',
  '/audio/transcriptions',
  TranscribeParams | TranscribeParamsFields,
  Transcription
> = {
  method: 'POST',
  path: '/audio/transcriptions',
  server: 'inference',
  retry: 'paid',
  body: {
    content: 'multipart/form-data',
    required: true,
    extras: true,
    files: { file: { as: 'upload', filename: 'filename', unnamed: 'audio.wav' } },
    plain: ['model', 'language'],
    any: ['file'],
    codec: { snake: ['responseFormat'], required: ['file', 'model'] },
  },
  answer: { as: 'json', numbers: ['duration', 'segments.start', 'segments.end'], text: 'text', result: 'text' },
  seenIn: 'rc.billing.listTransactions()',
  hints: [{ status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' }],
};

/** `POST /embeddings` */
export const createEmbedding: Operation<'POST', '/embeddings', EmbeddingParams | EmbeddingParamsFields, EmbeddingList> =
  {
    method: 'POST',
    path: '/embeddings',
    server: 'inference',
    retry: 'paid',
    body: {
      content: 'application/json',
      required: true,
      extras: true,
      plain: ['model', 'dimensions', 'user'],
      any: ['input'],
      codec: {
        snake: ['encodingFormat'],
        required: ['model', 'input'],
        oneOf: { encodingFormat: ['float', 'base64'] },
      },
    },
    answer: {
      as: 'json',
      numbers: ['data.index', 'usage.promptTokens', 'usage.totalTokens'],
      result: 'data',
      codec: { fields: { usage: { snake: ['promptTokens', 'totalTokens'] } } },
    },
    seenIn: 'rc.billing.usage()',
    hints: [{ status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' }],
  };

/** `GET /models` */
export const listModels: Operation<'GET', '/models', Record<string, never>, ModelList> = {
  method: 'GET',
  path: '/models',
  server: 'inference',
  retry: 'safe',
  answer: {
    as: 'json',
    numbers: [
      'data.created',
      'data.contextLength',
      'data.maxOutputLength',
      'data.pricing.prompt',
      'data.pricing.completion',
      'data.pricing.inputCacheRead',
    ],
    list: 'data',
    result: 'data',
    codec: {
      fields: {
        data: {
          items: {
            snake: ['contextLength', 'maxOutputLength', 'outputModalities'],
            fields: { pricing: { snake: ['inputCacheRead'] } },
          },
        },
      },
    },
  },
};

/** `GET /instances` */
export const listInstances: Operation<'GET', '/instances', InstanceListParams, Instance[]> = {
  method: 'GET',
  path: '/instances',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'search', in: 'query' }],
  answer: {
    as: 'envelope',
    numbers: ['gpuCount', 'cpuCores', 'memory', 'storage', 'costPerHour'],
    list: true,
    codec: { items: codecs.instance },
  },
};

/** `POST /instances` */
export const createInstance: Operation<'POST', '/instances', InstanceCreateParams, Instance> = {
  method: 'POST',
  path: '/instances',
  server: 'infrastructure',
  retry: 'once',
  scoped: true,
  body: {
    content: 'application/json',
    required: true,
    plain: ['name', 'region', 'memory', 'storage', 'template'],
    any: ['startupCommands'],
    codec: {
      snake: [
        'gpuType',
        'instanceTypeId',
        'gpuCount',
        'cpuCores',
        'sshKeyId',
        'envVars',
        'startupCommands',
        'storageId',
        'launchScript',
        'launchScriptBase64',
      ],
      fields: { envVars: { items: { required: ['key', 'value'] }, pairs: true } },
      required: ['name'],
    },
  },
  answer: {
    as: 'envelope',
    numbers: ['gpuCount', 'cpuCores', 'memory', 'storage', 'costPerHour'],
    codec: codecs.instance,
  },
  seenIn: 'rc.instances.list()',
  hints: [
    {
      status: 500,
      includes: 'no longer available',
      refused: true,
      hint: 'This type is out of stock, and nothing was created. Call `rc.instances.listTypes()` to list other types.',
    },
  ],
};

/** `GET /instances/types` */
export const listInstanceTypes: Operation<'GET', '/instances/types', InstanceTypeListParams, InstanceType[]> = {
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
  answer: {
    as: 'envelope',
    numbers: ['gpuCount', 'cpuCores', 'memoryGb', 'storageGb', 'hourlyRate'],
    list: true,
    codec: {
      items: { snake: ['gpuType', 'gpuCount', 'cpuCores', 'memoryGb', 'storageGb', 'deploymentType', 'hourlyRate'] },
    },
  },
};

/** `GET /instances/{id}` */
export const getInstance: Operation<'GET', '/instances/{id}', { readonly id: string }, Instance> = {
  method: 'GET',
  path: '/instances/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path' }],
  answer: {
    as: 'envelope',
    numbers: ['gpuCount', 'cpuCores', 'memory', 'storage', 'costPerHour'],
    codec: codecs.instance,
  },
};

/** `DELETE /instances/{id}` */
export const terminateInstance: Operation<'DELETE', '/instances/{id}', { readonly id: string }, void> = {
  method: 'DELETE',
  path: '/instances/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'nothing' },
};

/** `GET /instances/{id}/status` */
export const getInstanceStatus: Operation<'GET', '/instances/{id}/status', { readonly id: string }, InstanceStatus> = {
  method: 'GET',
  path: '/instances/{id}/status',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'envelope' },
};

/** `GET /environments` */
export const listEnvironments: Operation<'GET', '/environments', Record<string, never>, Environment[]> = {
  method: 'GET',
  path: '/environments',
  server: 'infrastructure',
  retry: 'safe',
  answer: { as: 'envelope', list: true, codec: { items: codecs.environment } },
};

/** `POST /environments` */
export const createEnvironment: Operation<'POST', '/environments', EnvironmentCreateParams, Environment> = {
  method: 'POST',
  path: '/environments',
  server: 'infrastructure',
  retry: 'once',
  body: { content: 'application/json', required: true, plain: ['name'], codec: { required: ['name'] } },
  answer: { as: 'envelope', codec: codecs.environment },
  seenIn: 'rc.environments.list()',
};

/** `GET /environments/{id}` */
export const getEnvironment: Operation<'GET', '/environments/{id}', { readonly id: string }, Environment> = {
  method: 'GET',
  path: '/environments/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'envelope', codec: codecs.environment },
};

/** `PATCH /environments/{id}` */
export const updateEnvironment: Operation<
  'PATCH',
  '/environments/{id}',
  EnvironmentUpdateParams & { readonly id: string },
  Environment
> = {
  method: 'PATCH',
  path: '/environments/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path' }],
  body: { content: 'application/json', required: true, plain: ['name'], codec: { snake: ['isDefault'] } },
  answer: { as: 'envelope', codec: codecs.environment },
};

/** `DELETE /environments/{id}` */
export const deleteEnvironment: Operation<'DELETE', '/environments/{id}', { readonly id: string }, void> = {
  method: 'DELETE',
  path: '/environments/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'nothing' },
};

/** `GET /ssh-keys` */
export const listSshKeys: Operation<'GET', '/ssh-keys', Record<string, never>, SSHKey[]> = {
  method: 'GET',
  path: '/ssh-keys',
  server: 'infrastructure',
  retry: 'safe',
  answer: { as: 'envelope', list: true, codec: { items: codecs.sshKey } },
};

/** `POST /ssh-keys` */
export const createSshKey: Operation<'POST', '/ssh-keys', SSHKeyCreateParams, SSHKey> = {
  method: 'POST',
  path: '/ssh-keys',
  server: 'infrastructure',
  retry: 'once',
  body: {
    content: 'application/json',
    required: true,
    plain: ['name', 'type'],
    codec: { snake: ['publicKey'], required: ['name', 'publicKey'], publicKeys: ['publicKey'] },
  },
  answer: { as: 'envelope', codec: codecs.sshKey },
  seenIn: 'rc.sshKeys.list()',
};

/** `DELETE /ssh-keys/{id}` */
export const deleteSshKey: Operation<'DELETE', '/ssh-keys/{id}', { readonly id: string }, void> = {
  method: 'DELETE',
  path: '/ssh-keys/{id}',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'nothing' },
};

/** `GET /storage` */
export const listStorageVolumes: Operation<'GET', '/storage', StorageListParams, StorageVolume[]> = {
  method: 'GET',
  path: '/storage',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'search', in: 'query' }],
  answer: { as: 'envelope', numbers: ['sizeGb', 'costPerHour'], list: true, codec: { items: codecs.storageVolume } },
};

/** `POST /storage` */
export const createStorageVolume: Operation<'POST', '/storage', StorageCreateParams, StorageVolume> = {
  method: 'POST',
  path: '/storage',
  server: 'infrastructure',
  retry: 'once',
  scoped: true,
  body: {
    content: 'application/json',
    required: true,
    plain: ['name', 'region'],
    codec: { snake: ['sizeGb'], required: ['name', 'sizeGb', 'region'] },
  },
  answer: { as: 'envelope', numbers: ['sizeGb', 'costPerHour'], codec: codecs.storageVolume },
  seenIn: 'rc.storage.list()',
};

/** `GET /storage/regions` */
export const listStorageRegions: Operation<'GET', '/storage/regions', Record<string, never>, StorageRegion[]> = {
  method: 'GET',
  path: '/storage/regions',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  answer: { as: 'envelope', list: true },
};

/** `GET /storage/{id}` */
export const getStorageVolume: Operation<'GET', '/storage/{id}', { readonly id: string }, StorageVolume> = {
  method: 'GET',
  path: '/storage/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'envelope', numbers: ['sizeGb', 'costPerHour'], codec: codecs.storageVolume },
};

/** `PATCH /storage/{id}` */
export const resizeStorageVolume: Operation<
  'PATCH',
  '/storage/{id}',
  { readonly id: string; readonly sizeGb: number },
  StorageVolume
> = {
  method: 'PATCH',
  path: '/storage/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path' }],
  body: { content: 'application/json', required: true, codec: { snake: ['sizeGb'], required: ['sizeGb'] } },
  answer: { as: 'envelope', numbers: ['sizeGb', 'costPerHour'], codec: codecs.storageVolume },
};

/** `DELETE /storage/{id}` */
export const deleteStorageVolume: Operation<'DELETE', '/storage/{id}', { readonly id: string }, StorageDeleteResult> = {
  method: 'DELETE',
  path: '/storage/{id}',
  server: 'infrastructure',
  retry: 'safe',
  scoped: true,
  parameters: [{ name: 'id', in: 'path' }],
  answer: { as: 'envelope', numbers: ['refundAmount'], optional: true, codec: { snake: ['refundAmount'] } },
};

/** `GET /templates` */
export const listTemplates: Operation<'GET', '/templates', TemplateListParams, Page<Template>> = {
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
  answer: {
    as: 'page',
    paging: { by: 'page', page: 'page', size: 'pageSize' },
    codec: { items: { snake: ['createdAt'] } },
  },
};

/** `GET /billing/balance` */
export const getBalance: Operation<'GET', '/billing/balance', Record<string, never>, Balance> = {
  method: 'GET',
  path: '/billing/balance',
  server: 'infrastructure',
  retry: 'safe',
  answer: {
    as: 'envelope',
    numbers: ['creditsBalance', 'activeUsageCost'],
    codec: { snake: ['creditsBalance', 'activeUsageCost'] },
  },
};

/** `GET /billing/transactions` */
export const listTransactions: Operation<'GET', '/billing/transactions', TransactionListParams, Page<Transaction>> = {
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
    numbers: ['amount'],
    paging: { by: 'offset', offset: 'offset', limit: 'limit' },
    codec: { items: { snake: ['projectId', 'createdAt'] } },
  },
};

/** `GET /billing/usage` */
export const getUsage: Operation<'GET', '/billing/usage', UsageParams, UsageSummary> = {
  method: 'GET',
  path: '/billing/usage',
  server: 'infrastructure',
  retry: 'safe',
  parameters: [
    { name: 'from', in: 'query', format: 'date' },
    { name: 'to', in: 'query', format: 'date' },
  ],
  answer: {
    as: 'envelope',
    numbers: ['totalRequests', 'totalPromptTokens', 'totalCompletionTokens', 'totalTokens', 'totalCost'],
    codec: { snake: ['totalRequests', 'totalPromptTokens', 'totalCompletionTokens', 'totalTokens', 'totalCost'] },
  },
};

/** Every operation, in document order. */
export const allOperations: readonly Operation[] = [
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
  listInstanceTypes,
  getInstance,
  terminateInstance,
  getInstanceStatus,
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
  listStorageRegions,
  getStorageVolume,
  resizeStorageVolume,
  deleteStorageVolume,
  listTemplates,
  getBalance,
  listTransactions,
  getUsage,
];

/** Every operation, by method and path. */
export interface Routes {
  readonly 'POST /chat/completions': typeof createChatCompletion;
  readonly 'POST /images/generations': typeof createImage;
  readonly 'POST /videos': typeof createVideo;
  readonly 'GET /videos/{id}': typeof getVideo;
  readonly 'GET /videos/{id}/download': typeof downloadVideo;
  readonly 'POST /audio/speech': typeof createSpeech;
  readonly 'POST /audio/transcriptions': typeof createTranscription;
  readonly 'POST /embeddings': typeof createEmbedding;
  readonly 'GET /models': typeof listModels;
  readonly 'GET /instances': typeof listInstances;
  readonly 'POST /instances': typeof createInstance;
  readonly 'GET /instances/types': typeof listInstanceTypes;
  readonly 'GET /instances/{id}': typeof getInstance;
  readonly 'DELETE /instances/{id}': typeof terminateInstance;
  readonly 'GET /instances/{id}/status': typeof getInstanceStatus;
  readonly 'GET /environments': typeof listEnvironments;
  readonly 'POST /environments': typeof createEnvironment;
  readonly 'GET /environments/{id}': typeof getEnvironment;
  readonly 'PATCH /environments/{id}': typeof updateEnvironment;
  readonly 'DELETE /environments/{id}': typeof deleteEnvironment;
  readonly 'GET /ssh-keys': typeof listSshKeys;
  readonly 'POST /ssh-keys': typeof createSshKey;
  readonly 'DELETE /ssh-keys/{id}': typeof deleteSshKey;
  readonly 'GET /storage': typeof listStorageVolumes;
  readonly 'POST /storage': typeof createStorageVolume;
  readonly 'GET /storage/regions': typeof listStorageRegions;
  readonly 'GET /storage/{id}': typeof getStorageVolume;
  readonly 'PATCH /storage/{id}': typeof resizeStorageVolume;
  readonly 'DELETE /storage/{id}': typeof deleteStorageVolume;
  readonly 'GET /templates': typeof listTemplates;
  readonly 'GET /billing/balance': typeof getBalance;
  readonly 'GET /billing/transactions': typeof listTransactions;
  readonly 'GET /billing/usage': typeof getUsage;
}
