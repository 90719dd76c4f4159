import type { SdkConfig } from './config/config-types.js';

/**
 * The shape of the SDK, and every naming decision. What is not named here has the default of design.md 13.
 * A name that no longer finds its operation, schema or field stops `npm run generate`.
 */
export const sdkConfig: SdkConfig = {
  /** Which option of the client names the server; a server of openapi.json that is missing here stops the run. */
  servers: {
    infrastructure: { url: 'https://runcrate.ai/api/v1', envelope: true },
    inference: { url: 'https://api.runcrate.ai/v1', extras: true },
  },

  /** An operation that declares both of these is scoped to an environment. The caller gives neither as an argument. */
  environment: { query: 'environment', header: 'X-Environment' },

  /** The infrastructure API mixes both within one answer. */
  bothSpellings: true,

  /** resource → method → operation. A text is the operationId. */
  resources: {
    models: {
      chatCompletion: 'createChatCompletion',
      embeddings: 'createEmbedding',
      generateImage: 'createImage',
      generateVideo: 'createVideo',
      getVideoStatus: 'getVideo',
      downloadVideo: 'downloadVideo',
      textToSpeech: 'createSpeech',
      transcribe: 'createTranscription',
      list: 'listModels',
    },
    instances: {
      list: { operation: 'listInstances', params: 'InstanceListParams' },
      create: 'createInstance',
      get: 'getInstance',
      terminate: 'terminateInstance',
      getStatus: 'getInstanceStatus',
      listTypes: { operation: 'listInstanceTypes', params: 'InstanceTypeListParams' },
    },
    environments: {
      list: 'listEnvironments',
      create: 'createEnvironment',
      get: 'getEnvironment',
      update: 'updateEnvironment',
      delete: 'deleteEnvironment',
    },
    sshKeys: {
      list: 'listSshKeys',
      create: 'createSshKey',
      delete: 'deleteSshKey',
    },
    storage: {
      list: { operation: 'listStorageVolumes', params: 'StorageListParams' },
      create: 'createStorageVolume',
      get: 'getStorageVolume',
      /** The size is the second argument: `resize(id, 200)`. */
      resize: { operation: 'resizeStorageVolume', positional: ['id', 'sizeGb'] },
      delete: 'deleteStorageVolume',
      listRegions: 'listStorageRegions',
    },
    templates: {
      list: {
        operation: 'listTemplates',
        params: 'TemplateListParams',
        paging: { by: 'page', page: 'page', size: 'pageSize' },
      },
    },
    billing: {
      getBalance: 'getBalance',
      listTransactions: {
        operation: 'listTransactions',
        params: 'TransactionListParams',
        paging: { by: 'offset', offset: 'offset', limit: 'limit' },
      },
      usage: { operation: 'getUsage', params: 'UsageParams' },
    },
  },

  /** OpenAI's names, and the client's own methods. */
  taken: ['chat', 'images', 'audio', 'videos', 'embeddings', 'request', 'withOptions'],

  /** Public type of a schema, where it is not the schema's own name. */
  types: {
    ChatCompletionRequest: 'ChatCompletionParams',
    ChatCompletionResponse: 'ChatCompletion',
    ImageGenerationRequest: 'ImageGenerationParams',
    ImageGenerationResponse: 'ImageGeneration',
    VideoGenerationRequest: 'VideoGenerationParams',
    SpeechRequest: 'TTSParams',
    TranscriptionRequest: 'TranscribeParams',
    EmbeddingRequest: 'EmbeddingParams',
    EmbeddingResponse: 'EmbeddingList',
    InstanceCreateRequest: 'InstanceCreateParams',
    EnvironmentCreateRequest: 'EnvironmentCreateParams',
    EnvironmentUpdateRequest: 'EnvironmentUpdateParams',
    SSHKeyCreateRequest: 'SSHKeyCreateParams',
    StorageVolumeCreateRequest: 'StorageCreateParams',
    StorageVolumeResizeRequest: 'StorageResizeParams',
    StorageVolumeDeletion: 'StorageDeleteResult',
  },

  /** Retry classes that are not the default (a POST is `once`, the rest is `safe`). */
  retry: {
    createChatCompletion: 'paid',
    createImage: 'paid',
    createSpeech: 'paid',
    createTranscription: 'paid',
    createEmbedding: 'paid',
  },

  /** Fields that take files, by the body's schema and public name. */
  files: {
    ImageGenerationRequest: {
      image: 'image',
      inputImage: 'image',
      inputImages: 'images',
      startImage: 'image',
      mask: 'image',
      controlImage: 'image',
    },
    VideoGenerationRequest: {
      image: 'image',
      inputImage: 'image',
      inputImages: 'images',
      startImage: 'image',
      mask: 'image',
      controlImage: 'image',
    },
    /** `filename` names the file of the part; it is no field on the wire. */
    TranscriptionRequest: { file: { as: 'upload', filename: 'filename' } },
  },

  /** Lists of `{ key, value }` for which the caller may give a map, by schema and public name. */
  pairs: { InstanceCreateRequest: ['envVars'] },

  /** Where an answer that is not JSON goes: a field of the answer, by operation. */
  textAnswers: { createTranscription: 'text' },

  /** A third-party client has met the bare list (facts.md 3.9). */
  bareLists: { listModels: 'data' },

  /** What the model said goes into the next request as it is. */
  sentBack: ['ChatCompletionMessage'],

  /** Where it shows whether a call took effect: a bill for what is paid by use, as there is no list of videos. */
  seenIn: {
    createChatCompletion: 'billing.usage',
    createImage: 'billing.listTransactions',
    createVideo: 'billing.listTransactions',
    createSpeech: 'billing.listTransactions',
    createTranscription: 'billing.listTransactions',
    createEmbedding: 'billing.usage',
  },

  hints: {
    createInstance: [
      {
        status: 500,
        includes: 'no longer available',
        refused: true,
        hint: 'This type is out of stock, and nothing was created: `rc.instances.listTypes()` lists the others.',
      },
    ],
    downloadVideo: [
      {
        status: 404,
        hint: 'A video is there only once its job is completed: wait with `rc.models.waitForVideo(id)`.',
      },
    ],
  },

  /** What a caller catches; a status that is not here is an `ApiError`. */
  errors: {
    400: 'BadRequestError',
    401: 'AuthenticationError',
    402: 'InsufficientCreditsError',
    403: 'PermissionDeniedError',
    404: 'NotFoundError',
    409: 'ConflictError',
    422: 'UnprocessableEntityError',
    429: 'RateLimitError',
    500: 'InternalServerError',
    502: 'InternalServerError',
    503: 'InternalServerError',
    504: 'InternalServerError',
  },
};
