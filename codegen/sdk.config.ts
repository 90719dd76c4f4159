import type { SdkConfig } from './config/config-types.js';

/** Of every operation that takes a model. */
const unknownModel = { status: 404, includes: 'model', hint: '`rc.models.list()` lists the models of the API.' };

/**
 * The shape of the SDK, and every naming decision. Names that are not listed here use the default of design.md 13.
 * A name that no longer matches an operation, schema or field stops `npm run generate`.
 */
export const sdkConfig: SdkConfig = {
  /** The client option of each server; a server of openapi.json that is missing here stops the run. */
  servers: {
    infrastructure: { url: 'https://runcrate.ai/api/v1', envelope: true },
    inference: { url: 'https://api.runcrate.ai/v1', extras: true },
  },

  /** An operation that declares both parameters is scoped to an environment. They are not parameters of its method. */
  environment: { query: 'environment', header: 'X-Environment' },

  /** The infrastructure API uses both spellings within one response. */
  bothSpellings: true,

  /** resource → method → operation. A string is the operationId. */
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

  /** Handwritten classes extend these. An editor and the console show a name, so each has one of its own. */
  classes: { models: 'ModelsApi', instances: 'InstancesApi' },

  /** The names of OpenAI, and the members of the client. */
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

  /** Retry classes other than the default (a POST is `once`, all other methods are `safe`). */
  retry: {
    createChatCompletion: 'paid',
    createImage: 'paid',
    createSpeech: 'paid',
    createTranscription: 'paid',
    createEmbedding: 'paid',
  },

  /** Fields that accept files, by schema of the body and public name. */
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
    /** `filename` is the filename of the upload; it is not sent as a field. */
    TranscriptionRequest: { file: { as: 'upload', filename: 'filename', unnamed: 'audio.wav' } },
  },

  /** Lists of `{ key, value }` that callers may pass as a map, by schema and public name. */
  pairs: { InstanceCreateRequest: ['envVars'] },

  /** The field that contains a response that is not JSON, by operation. */
  textAnswers: { createTranscription: 'text' },

  /** A third-party client has received the bare list (facts.md 3.9). */
  bareLists: { listModels: 'data' },

  /** Without it, a success response is an error, whose words are in any other field. */
  results: {
    createChatCompletion: 'choices',
    createImage: 'data',
    createVideo: 'id',
    createEmbedding: 'data',
    createTranscription: 'text',
    listModels: 'data',
  },

  /** Callers pass the message of the model unchanged in the next request. */
  sentBack: ['ChatCompletionMessage'],

  /** The method that shows whether a request took effect: billing, for requests that are billed by use; videos can't be listed. */
  seenIn: {
    createChatCompletion: 'billing.usage',
    createImage: 'billing.listTransactions',
    createVideo: 'billing.listTransactions',
    createSpeech: 'billing.listTransactions',
    createTranscription: 'billing.listTransactions',
    createEmbedding: 'billing.usage',
  },

  hints: {
    createChatCompletion: [unknownModel],
    createImage: [unknownModel],
    createVideo: [unknownModel],
    createSpeech: [unknownModel],
    createTranscription: [unknownModel],
    createEmbedding: [unknownModel],
    createInstance: [
      {
        status: 500,
        includes: 'no longer available',
        refused: true,
        hint: 'This type is out of stock, and nothing was created. Call `rc.instances.listTypes()` to list other types.',
      },
    ],
    downloadVideo: [
      {
        status: 404,
        hint: 'The video is available once its job is completed. Call `rc.models.waitForVideo(id)` first.',
      },
    ],
  },

  /** The error class of a status; all other statuses are an `ApiError`. */
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
