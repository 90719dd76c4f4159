// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { FileInput, ImageInput } from '../src/handwritten/core/operation/operation.js';

/** A conversation and how to continue it. Fields that are not listed go to the provider of the model as they are. */
export interface ChatCompletionParams extends ChatCompletionParamsFields {
  [extra: string]: unknown;
}

/** The fields of `ChatCompletionParams` that have a name. */
export interface ChatCompletionParamsFields {
  /** Id of the model, from the list of models, as in `deepseek-ai/DeepSeek-V3`. */
  model: string;
  /** The conversation so far, oldest message first. */
  messages: readonly (ChatMessage | ChatMessageFields)[];
  /** Most tokens that the answer may have. An answer that is cut here has the finish reason `length`. At least 1. */
  maxTokens?: number | undefined;
  /** Randomness, from 0 (always the likeliest token) to 2. An older page of the documentation gives 0.7 as default. */
  temperature?: number | undefined;
  /**
   * Share of probability that tokens are drawn from, from 0 to 1. Change this or the temperature, not both. An
   * older page of the documentation gives 1 as default.
   */
  topP?: number | undefined;
  /** A text, or several, at which the answer ends. The text itself is not part of the answer. */
  stop?: string | readonly string[] | undefined;
  /** From -2 to 2. Above 0 tokens become less likely the more often they have occurred. */
  frequencyPenalty?: number | undefined;
  /** From -2 to 2. Above 0 tokens become less likely once they have occurred. */
  presencePenalty?: number | undefined;
  /** Asks for the same answer to the same request, where the model can do that. */
  seed?: number | undefined;
  /**
   * Whether the answer comes as server-sent events while the model writes, instead of in one piece.
   *
   * @defaultValue `false`
   */
  stream?: boolean | undefined;
  /** What the stream tells besides the answer. */
  streamOptions?: ChatStreamOptions | ChatStreamOptionsFields | undefined;
  /** Functions that the model may ask the caller to run. */
  tools?: readonly (ChatTool | ChatToolFields)[] | undefined;
  /**
   * Whether the model calls tools: `auto` leaves it to the model, `none` forbids it, `required` demands it. An
   * object names the function to call.
   */
  toolChoice?: 'auto' | 'none' | 'required' | (string & {}) | ChatToolChoice | ChatToolChoiceFields | undefined;
  /** Whether the model may ask for several tool calls in one answer, where it can do that. */
  parallelToolCalls?: boolean | undefined;
  /** Makes the model answer in JSON. */
  responseFormat?: ChatResponseFormat | ChatResponseFormatFields | undefined;
}

/** One message of a conversation, sent or received. */
export interface ChatMessage extends ChatMessageFields {
  [extra: string]: unknown;
}

/** The fields of `ChatMessage` that have a name. */
export interface ChatMessageFields {
  /** Who speaks. `system` instructs the model; `tool` carries the result of a tool call. */
  role: 'system' | 'user' | 'assistant' | 'tool';
  /** A text, or a list of texts and pictures. Null or absent in a message of the assistant that only calls tools. */
  content?: string | readonly (ChatContentPart | ChatContentPartFields)[] | null | undefined;
  /** Tells speakers of the same role apart. */
  name?: string | undefined;
  /** What a reasoning model thought before it answered. Not part of the answer, and not every such model tells. */
  reasoningContent?: string | null | undefined;
  /** Calls that the assistant asks for. Answer each with a message of the role `tool`. */
  toolCalls?: readonly ChatToolCall[] | undefined;
  /** In a message of the role `tool`: the id of the call that this is the result of. */
  toolCallId?: string | undefined;
}

/** What a model answers: a message that goes into the next request as it is. */
export interface ChatCompletionMessage {
  /** Who speaks: the `assistant`. */
  role: 'system' | 'user' | 'assistant' | 'tool';
  /** The text of the answer. Null or absent where the model only calls tools. */
  content?: string | null | undefined;
  /** What a reasoning model thought before it answered. Not part of the answer, and not every such model tells. */
  reasoningContent?: string | null | undefined;
  /** Calls that the assistant asks for. Answer each with a message of the role `tool`. */
  toolCalls?: readonly ChatToolCall[] | undefined;
  [extra: string]: unknown;
}

/** A piece of a message: a text or a picture. */
export interface ChatContentPart extends ChatContentPartFields {
  [extra: string]: unknown;
}

/** The fields of `ChatContentPart` that have a name. */
export interface ChatContentPartFields {
  /** Which of the other fields counts. */
  type: 'text' | 'image_url';
  /** The text, in a part of the type `text`. */
  text?: string | undefined;
  /** The picture, in a part of the type `image_url`. */
  imageUrl?: ChatImageUrl | ChatImageUrlFields | undefined;
}

/** A picture for a model that can see, in a part of the type `image_url`. */
export interface ChatImageUrl extends ChatImageUrlFields {
  [extra: string]: unknown;
}

/** The fields of `ChatImageUrl` that have a name. */
export interface ChatImageUrlFields {
  /** Where the picture is: an http(s) URL, or a data URI with the picture in base64. */
  url: string;
}

/** A tool that the model may ask for. */
export interface ChatTool extends ChatToolFields {
  [extra: string]: unknown;
}

/** The fields of `ChatTool` that have a name. */
export interface ChatToolFields {
  /** Kind of tool. Only functions are documented. */
  type: 'function' | (string & {});
  /** The function, in a tool of the type `function`. */
  function?: ChatFunction | undefined;
}

/** A function that the caller can run for the model. */
export interface ChatFunction {
  /** Name by which the model calls the function. */
  name: string;
  /** What the function does and when to use it; the model decides by this text. */
  description?: string | undefined;
  /** The arguments of the function as JSON Schema. Sent untouched. */
  parameters?: Record<string, unknown> | undefined;
  /** Whether the arguments must follow the schema exactly, where the model can do that. */
  strict?: boolean | undefined;
}

/** Makes the model call one function. */
export interface ChatToolChoice extends ChatToolChoiceFields {
  [extra: string]: unknown;
}

/** The fields of `ChatToolChoice` that have a name. */
export interface ChatToolChoiceFields {
  /** Kind of tool. Only functions are documented. */
  type: 'function' | (string & {});
  /** The function that must be called. */
  function?: ChatToolChoiceFunction | undefined;
}

/** Names the function to call. */
export interface ChatToolChoiceFunction {
  /** Name of one of the tools of the request. */
  name: string;
}

/** A call that the model asks for. */
export interface ChatToolCall {
  /** Id of the call, to be repeated in the message with its result. */
  id: string;
  /** Kind of tool. Only functions are documented. */
  type?: 'function' | (string & {}) | undefined;
  /** The function to run, and with what. */
  function: ChatToolCallFunction;
}

/** A function that the model wants to be run. */
export interface ChatToolCallFunction {
  /** Name of one of the tools of the request. */
  name: string;
  /** The arguments as JSON text. Written by the model: parse and check them before use. */
  arguments: string;
}

/** What a stream tells besides the answer. Only together with streaming. */
export interface ChatStreamOptions extends ChatStreamOptionsFields {
  [extra: string]: unknown;
}

/** The fields of `ChatStreamOptions` that have a name. */
export interface ChatStreamOptionsFields {
  /** Whether a last chunk, without choices, counts the tokens of the whole call. */
  includeUsage?: boolean | undefined;
}

/** The form that the answer must have. */
export interface ChatResponseFormat extends ChatResponseFormatFields {
  [extra: string]: unknown;
}

/** The fields of `ChatResponseFormat` that have a name. */
export interface ChatResponseFormatFields {
  /**
   * `text` for any text, `json_object` for some JSON, `json_schema` for JSON that follows a schema. Not every
   * model knows all of them.
   */
  type: 'text' | 'json_object' | 'json_schema' | (string & {});
  /** The schema, with the type `json_schema`. */
  jsonSchema?: ChatJsonSchema | undefined;
}

/** The schema that the answer must follow, with the response format `json_schema`. */
export interface ChatJsonSchema {
  /** Name of the schema, for the model to read. */
  name: string;
  /** What the answer is, for the model to read. */
  description?: string | undefined;
  /** The JSON Schema itself. Sent untouched. */
  schema?: Record<string, unknown> | undefined;
  /** Whether the answer must follow the schema exactly, where the model can do that. */
  strict?: boolean | undefined;
}

/** The whole answer of a model. */
export interface ChatCompletion {
  /** Id of the completion. */
  id?: string;
  /** Kind of object. */
  object?: 'chat.completion';
  /** When the answer was made, in seconds since 1970. */
  created?: number;
  /** Id of the model that answered. */
  model?: string;
  /** The answers; one, unless the request asked for more. */
  choices: ChatChoice[];
  /** Tokens of the call. */
  usage?: ChatUsage;
}

/** One answer of the model. */
export interface ChatChoice {
  /** Position among the choices, from 0. */
  index?: number;
  /** What the assistant says, or which tools it wants to call. */
  message: ChatCompletionMessage;
  /**
   * Why the answer ends: `stop` is its natural end, `length` the limit of tokens, `tool_calls` a call to be run by
   * the caller, `content_filter` content that was withheld.
   */
  finishReason?: 'stop' | 'length' | 'tool_calls' | 'content_filter' | (string & {});
}

/** Tokens of one chat completion, which its price goes by. */
export interface ChatUsage {
  /** Tokens of the conversation that was sent. */
  promptTokens?: number;
  /** Tokens that the model wrote. */
  completionTokens?: number;
  /** Both together. */
  totalTokens?: number;
}

/** A piece of an answer that is still being written: the data of one event of the stream. */
export interface ChatCompletionChunk {
  /** Id of the completion, the same in all its chunks. */
  id?: string;
  /** Kind of object. */
  object?: 'chat.completion.chunk' | (string & {});
  /** When the completion was begun, in seconds since 1970. */
  created?: number;
  /** Id of the model that answers. */
  model?: string;
  /** What each answer gains. Empty in a chunk that only counts tokens. */
  choices: ChatChunkChoice[];
  /** Tokens of the whole call, in the last chunk only, and only if the stream options ask for it. */
  usage?: ChatUsage | null;
}

/** What one answer gains by a chunk. */
export interface ChatChunkChoice {
  /** Which answer this belongs to, from 0. */
  index?: number;
  /** The new part of the message. */
  delta: ChatDelta;
  /** Why the answer ends; null until it does. The meanings are those of a whole completion. */
  finishReason?: 'stop' | 'length' | 'tool_calls' | 'content_filter' | null | (string & {});
}

/** The new part of a message. Join the texts of all chunks to get the whole. */
export interface ChatDelta {
  /** Who speaks. Usually in the first chunk only. */
  role?: 'system' | 'user' | 'assistant' | 'tool' | (string & {});
  /** Text to add to the answer. */
  content?: string | null;
  /** Text to add to what a reasoning model thought. Comes before the answer. */
  reasoningContent?: string | null;
  /** Parts of tool calls, to be joined by their position. */
  toolCalls?: ChatToolCallDelta[];
}

/** The new part of a tool call. */
export interface ChatToolCallDelta {
  /** Which of the calls this belongs to, from 0. */
  index?: number;
  /** Id of the call. Usually in its first part only. */
  id?: string;
  /** Kind of tool. Only functions are documented. */
  type?: 'function' | (string & {});
  /** What its function gains. */
  function?: ChatToolCallFunctionDelta;
}

/** The new part of the function of a tool call. */
export interface ChatToolCallFunctionDelta {
  /** Name of the function. Usually in the first part only. */
  name?: string;
  /** Text to add to the arguments. The parts are JSON only when joined. */
  arguments?: string;
}

/** What to draw, and with which model. Fields that are not listed go to the provider of the model as they are. */
export interface ImageGenerationParams extends ImageGenerationParamsFields {
  [extra: string]: unknown;
}

/** The fields of `ImageGenerationParams` that have a name. */
export interface ImageGenerationParamsFields {
  /** Id of an image model, as in `black-forest-labs/FLUX.1-schnell`. */
  model: string;
  /** What the picture shows, or what to change in the given one. */
  prompt: string;
  /** Width in pixels, from 256 to 2048. */
  width?: number | undefined;
  /** Height in pixels, from 256 to 2048. */
  height?: number | undefined;
  /** Width to height, for models that take no pixels. Documented are 1:1, 16:9, 9:16, 4:3 and 3:2. */
  aspectRatio?: string | undefined;
  /** Width and height in one text, as OpenAI has it. For models that expect it in that form. */
  size?: string | undefined;
  /** Number of pictures, as OpenAI has it. Not every model makes more than one. */
  n?: number | undefined;
  /** Steps of denoising, from 1 to 100. More take longer and show more detail; fast models need about 4. */
  numInferenceSteps?: number | undefined;
  /** How closely the picture follows the prompt. The useful range differs by model. */
  guidance?: number | undefined;
  /**
   * `url` for a link that expires, `b64_json` for the picture itself in base64.
   *
   * @defaultValue `'url'`
   */
  responseFormat?: 'url' | 'b64_json' | undefined;
  /** Asks for the same picture for the same request, where the model can do that. */
  seed?: number | undefined;
  /** What the picture must not show, for models that know it. */
  negativePrompt?: string | undefined;
  /**
   * Picture to work from, for most models that edit or start from a picture. An http(s) URL, a data URI or base64
   * text.
   */
  image?: ImageInput | undefined;
  /** Picture to edit, for FLUX Kontext. An http(s) URL, a data URI or base64 text. */
  inputImage?: ImageInput | undefined;
  /**
   * Pictures to combine, for models that take several; FLUX.2 Pro takes up to 8. Each is an http(s) URL, a data
   * URI or base64 text.
   */
  inputImages?: readonly ImageInput[] | undefined;
  /** Picture to start from, for models that name it so. An http(s) URL, a data URI or base64 text. */
  startImage?: ImageInput | undefined;
  /** Picture that marks the area to change, for models that edit a part. An http(s) URL, a data URI or base64 text. */
  mask?: ImageInput | undefined;
  /**
   * Picture that guides the composition, as edges or depth do, for ControlNet models. FLUX Canny requires it. An
   * http(s) URL, a data URI or base64 text.
   */
  controlImage?: ImageInput | undefined;
  /** How strongly the control picture counts, for ControlNet models. */
  strength?: number | undefined;
  /** How far the prompt may lead away from the given picture, for FLUX Dev and Krea. */
  promptStrength?: number | undefined;
}

/** The pictures that were made. */
export interface ImageGeneration {
  /** When the pictures were made, in seconds since 1970. */
  created?: number;
  /** The pictures; one, unless the request asked for more. */
  data: ImageData[];
}

/** One picture, as a link or in base64. */
export interface ImageData {
  /** Where the picture is. The link expires, so fetch it soon; it may also be a data URI. */
  url?: string | null;
  /** The picture in base64, if the request asked for that. */
  b64Json?: string | null;
  /** The prompt as the model rewrote it, where it does so. */
  revisedPrompt?: string | null;
}

/** What to film, and with which model. Fields that are not listed go to the provider of the model as they are. */
export interface VideoGenerationParams extends VideoGenerationParamsFields {
  [extra: string]: unknown;
}

/** The fields of `VideoGenerationParams` that have a name. */
export interface VideoGenerationParamsFields {
  /** Id of a video model, as in `google/veo-3.0`. */
  model: string;
  /** What the video shows. */
  prompt: string;
  /**
   * Length in seconds. Models take only certain values: Sora 2 takes 4, 8 or 12, Veo 3.0 4, 6 or 8, Kling v3 3 to
   * 15. All known clients use this field; give either this one or the other spelling, not both.
   */
  duration?: number | undefined;
  /**
   * Length in whole seconds, under the name that the API reference gives it. Which of the two names a model
   * honours is not settled; prefer the other one.
   */
  durationSeconds?: number | undefined;
  /** Width to height. Documented are 16:9, 9:16 and 1:1. */
  aspectRatio?: string | undefined;
  /** Width in pixels, for models that take pixels. */
  width?: number | undefined;
  /** Height in pixels, for models that take pixels. */
  height?: number | undefined;
  /** Asks for the same video for the same request, where the model can do that. */
  seed?: number | undefined;
  /** What the video must not show, for models that know it. */
  negativePrompt?: string | undefined;
  /**
   * URL of the first frame, under the name that the API reference gives it. Other pages use one of the fields
   * below; which one counts depends on the model.
   */
  imageUrl?: string | undefined;
  /** Picture to bring to life. An http(s) URL, a data URI or base64 text. */
  image?: ImageInput | undefined;
  /** Picture to work from, for models that name it so. An http(s) URL, a data URI or base64 text. */
  inputImage?: ImageInput | undefined;
  /** Pictures to work from, for models that take several. Each is an http(s) URL, a data URI or base64 text. */
  inputImages?: readonly ImageInput[] | undefined;
  /** First frame, for models that name it so. An http(s) URL, a data URI or base64 text. */
  startImage?: ImageInput | undefined;
  /** Picture that marks the area to change, for models that edit a part. An http(s) URL, a data URI or base64 text. */
  mask?: ImageInput | undefined;
  /** Picture that guides the composition, for models that name it so. An http(s) URL, a data URI or base64 text. */
  controlImage?: ImageInput | undefined;
}

/** A job that makes a video. It may hold more than is listed here. */
export interface VideoJob {
  /** Id of the job. There is no list of jobs: keep it. */
  id: string;
  /** How far the job is. `completed` and `failed` are final. */
  status: 'queued' | 'processing' | 'completed' | 'failed' | (string & {});
}

/** A text to read aloud. Fields that are not listed go to the provider of the model as they are. */
export interface TTSParams extends TTSParamsFields {
  [extra: string]: unknown;
}

/** The fields of `TTSParams` that have a name. */
export interface TTSParamsFields {
  /** Id of a speech model, as in `hexgrad/Kokoro-82M`. */
  model: string;
  /** The text. Its greatest length depends on the model. */
  input: string;
  /** Voice to read with. The names belong to the model. */
  voice?: string | undefined;
  /**
   * `mp3`, or `pcm` for raw samples. Other formats are not documented.
   *
   * @defaultValue `'mp3'`
   */
  responseFormat?: 'mp3' | 'pcm' | (string & {}) | undefined;
  /** Speed of speech, where 1 is normal, for models that know it. */
  speed?: number | undefined;
  /** Language of the text, for models that need to be told. */
  language?: string | undefined;
}

/** A recording to write down. Fields that are not listed go to the provider of the model as they are. */
export interface TranscribeParams extends TranscribeParamsFields {
  [extra: string]: unknown;
}

/** The fields of `TranscribeParams` that have a name. */
export interface TranscribeParamsFields {
  /** The recording. Send it with a filename whose ending fits its format. */
  file: FileInput;
  /** Name of the file, by which the server may know its format. */
  filename?: string | undefined;
  /** Id of a transcription model, as in `openai/whisper-large-v3`. */
  model: string;
  /** Language that is spoken, as a two-letter code (ISO 639-1). A hint: without it the model guesses. */
  language?: string | undefined;
  /**
   * `json` for text and times, `text` for the text alone, `srt` or `vtt` for subtitles.
   *
   * @defaultValue `'json'`
   */
  responseFormat?: 'json' | 'text' | 'srt' | 'vtt' | undefined;
}

/** What was said in a recording. */
export interface Transcription {
  /** The whole text. If text or subtitles were asked for, all of them. */
  text: string;
  /** Length of the recording in seconds. */
  duration?: number;
  /** Language that was recognised. */
  language?: string;
  /** The text in pieces with their times, where the model gives them. */
  segments?: TranscriptionSegment[];
}

/** A piece of a transcription. Its fields depend on the model. */
export interface TranscriptionSegment {
  /** Where the piece begins, in seconds from the start of the recording. */
  start?: number;
  /** Where the piece ends, in seconds from the start of the recording. */
  end?: number;
  /** What is said in it. */
  text?: string;
  [extra: string]: unknown;
}

/** Texts to turn into vectors. Fields that are not listed go to the provider of the model as they are. */
export interface EmbeddingParams extends EmbeddingParamsFields {
  [extra: string]: unknown;
}

/** The fields of `EmbeddingParams` that have a name. */
export interface EmbeddingParamsFields {
  /** Id of an embedding model, as in `BAAI/bge-large-en-v1.5`. */
  model: string;
  /** One text, or a list of texts to embed in one call. */
  input: string | readonly string[];
  /**
   * `float` for lists of numbers, `base64` for packed vectors.
   *
   * @defaultValue `'float'`
   */
  encodingFormat?: 'float' | 'base64' | undefined;
  /** Length of the vectors, for models that can shorten them. */
  dimensions?: number | undefined;
  /** Your own id of the end user, as OpenAI has it. */
  user?: string | undefined;
}

/** The vectors of the texts. */
export interface EmbeddingList {
  /** Kind of object. */
  object?: 'list';
  /** One embedding for each text, in the order of the texts. */
  data: Embedding[];
  /** Id of the model that made the vectors. */
  model?: string;
  /** Tokens of the call. */
  usage?: EmbeddingUsage;
}

/** The vector of one text. */
export interface Embedding {
  /** Kind of object. */
  object?: 'embedding' | (string & {});
  /** Which text this is the vector of, from 0. */
  index: number;
  /** The vector as numbers, or as base64 text if the request asked for that. */
  embedding: number[] | string;
}

/** Tokens of one embedding call, which its price goes by. */
export interface EmbeddingUsage {
  /** Tokens of all texts that were sent. */
  promptTokens?: number;
  /** All tokens of the call; embedding itself writes none. */
  totalTokens?: number;
}

/** The catalogue of models. */
export interface ModelList {
  /** Kind of object, where the server tells it. */
  object?: 'list' | (string & {});
  /** All models. */
  data: Model[];
}

/** A model for inference. Beside the id, what is known differs by model. */
export interface Model {
  /** Id by which the other operations name the model. */
  id: string;
  /** Name for people to read. */
  name?: string | null;
  /** What the model is for. */
  description?: string | null;
  /** When the model was added, in seconds since 1970. */
  created?: number | null;
  /** Most tokens that prompt and answer may have together. */
  contextLength?: number | null;
  /** Most tokens that an answer may have. */
  maxOutputLength?: number | null;
  /** What the model puts out. Seen are text, image, video and audio. */
  outputModalities?: string[];
  /** What the model costs. */
  pricing?: ModelPricing;
}

/**
 * What a model costs, in USD. Amounts come as numbers or as numeric text; what one amount buys is not
 * documented, so compare with the published catalogue before adding up.
 */
export interface ModelPricing {
  /** Price of what is sent to the model. */
  prompt?: number | string | null;
  /** Price of what the model writes. */
  completion?: number | string | null;
  /** Price of what is sent and found in the cache, where the provider has one. */
  inputCacheRead?: number | string | null;
}

/** A rented machine. While it is being set up most fields can be null. */
export interface Instance {
  /** Id of the instance, a UUID. */
  id: string;
  /** Name that the instance was created with. */
  name: string;
  /**
   * State of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it is gone,
   * the rest that it is on its way. More values may exist; compare without regard to case.
   */
  status:
    | 'pending'
    | 'creating'
    | 'awaiting_provider'
    | 'provisioning'
    | 'deploying'
    | 'running'
    | 'deployed'
    | 'terminated'
    | 'failed'
    | (string & {});
  /** Model of the GPUs. Spellings vary, as in `A100` and `h100-sxm`. */
  gpuType?: string | null;
  /** Number of GPUs. */
  gpuCount?: number | null;
  /** Number of CPU cores. */
  cpuCores?: number | null;
  /** Main memory in GB. */
  memory?: number | null;
  /** Local disk in GB. It goes when the instance is terminated. */
  storage?: number | null;
  /** Where the machine stands. */
  region?: string | null;
  /** Public IP address. Empty or null until the machine has been set up. */
  ip?: string | null;
  /** Image of the operating system. */
  osImage?: string | null;
  /** Price in USD per hour, charged by the second. */
  costPerHour?: number | null;
  /** When the machine came up. ISO 8601. */
  deployedAt?: string | null;
  /** When the instance was ordered. ISO 8601. */
  createdAt?: string | null;
  /** When anything about it last changed. ISO 8601. */
  updatedAt?: string | null;
}

/**
 * A machine to rent. Either a GPU model or an instance type is required; what else is left out the server
 * chooses.
 */
export interface InstanceCreateParams {
  /** Name for people to read. Names of more than 64 characters are said to be refused. */
  name: string;
  /**
   * Model of GPU, as in `A100` or `h100-sxm`. The server picks the cheapest configuration on offer. Give this or
   * an instance type.
   */
  gpuType?: string | undefined;
  /** Id from the list of instance types, for exactly that configuration. Give this or a GPU model. */
  instanceTypeId?: string | undefined;
  /** Where the machine must stand. Without it the server chooses. */
  region?: string | undefined;
  /** Number of GPUs, at least 1. */
  gpuCount?: number | undefined;
  /** Number of CPU cores, at least 1. */
  cpuCores?: number | undefined;
  /** Main memory in GB, at least 1. */
  memory?: number | undefined;
  /** Local disk in GB, at least 1. It goes when the instance is terminated. */
  storage?: number | undefined;
  /**
   * What the machine starts with. Known are `ubuntu-devbox`, which runs with or without a GPU, and `ubuntu-train`,
   * `ubuntu-inference` and `ubuntu-cuda-devel`. An id from the list of templates may be refused.
   */
  template?: string | undefined;
  /** Id of the SSH key that may log in. */
  sshKeyId?: string | undefined;
  /** Environment variables of the machine. Their names are kept as they are. */
  envVars?: Record<string, string> | readonly EnvironmentVariable[] | undefined;
  /** Shell commands to run when the machine has started. */
  startupCommands?: readonly string[] | undefined;
  /** Id of a storage volume to attach; it is mounted at `/workspace`. */
  storageId?: string | undefined;
  /** Script to run when the machine starts, as text. */
  launchScript?: string | undefined;
  /** Script to run when the machine starts, in base64, for scripts that do not travel well as text. */
  launchScriptBase64?: string | undefined;
}

/** One environment variable. */
export interface EnvironmentVariable {
  /** Name of the variable, as in `HF_HOME`. */
  key: string;
  /** Its value. */
  value: string;
}

/** The state of an instance at this moment. It may hold more than is listed here. */
export interface InstanceStatus {
  /** Id of the instance, a UUID. */
  id: string;
  /**
   * State of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it is gone,
   * the rest that it is on its way. More values may exist; compare without regard to case.
   */
  status:
    | 'pending'
    | 'creating'
    | 'awaiting_provider'
    | 'provisioning'
    | 'deploying'
    | 'running'
    | 'deployed'
    | 'terminated'
    | 'failed'
    | (string & {});
  /** Public IP address. Empty, null or absent until the machine has been set up. */
  ip?: string | null;
}

/** Hardware that can be rented, and its price. */
export interface InstanceType {
  /** Id to create an instance of exactly this type. */
  id: string;
  /** Model of the GPUs, or `CPU` for a machine without. */
  gpuType: string;
  /** Number of GPUs. */
  gpuCount: number;
  /** Number of CPU cores. */
  cpuCores?: number | null;
  /** Main memory in GB. May have a fraction. */
  memoryGb?: number | null;
  /** Local disk in GB. May have a fraction. */
  storageGb?: number | null;
  /** Where machines of this type stand. */
  region?: string | null;
  /** How the machine is provided. The values are not documented. */
  deploymentType?: string | null;
  /** Price in USD per hour, charged by the second. */
  hourlyRate: number;
}

/** A part of a workspace with instances and volumes of its own, such as staging or production. */
export interface Environment {
  /** Id of the environment. Only the operations on environments take it; the others take the name. */
  id: string;
  /** Name by which calls select the environment. */
  name: string;
  /** Whether calls that name no environment go to this one. */
  isDefault?: boolean;
  /** When the environment was created. ISO 8601. */
  createdAt?: string | null;
  /** When anything about it last changed. ISO 8601. */
  updatedAt?: string | null;
}

/** An environment to create. */
export interface EnvironmentCreateParams {
  /** Name by which calls will select the environment. */
  name: string;
}

/** What to change about an environment. What is left out stays. */
export interface EnvironmentUpdateParams {
  /** New name. Programs that use the old one must be changed. */
  name?: string | undefined;
  /** `true` makes this the environment of all calls that name none. */
  isDefault?: boolean | undefined;
}

/** A public key that can be given to instances. The key text itself is not returned. */
export interface SSHKey {
  /** Id of the key, a UUID. Creating an instance takes it. */
  id: string;
  /** Name for people to read. */
  name: string;
  /** Fingerprint, to recognise the key by, as `ssh-keygen -l` prints it. */
  fingerprint?: string | null;
  /** Algorithm of the key, as in `ed25519`. */
  type?: string | null;
  /** When the key was added. ISO 8601. */
  createdAt?: string | null;
  /** When the key was last used; null if never. ISO 8601. */
  lastUsed?: string | null;
  /** Id of the workspace that the key belongs to. Workspaces were once called projects. */
  projectId?: string | null;
}

/** A public key to add. */
export interface SSHKeyCreateParams {
  /** Name for people to read. */
  name: string;
  /** The public key in OpenSSH format: the one line of a `.pub` file. Never the private key. */
  publicKey: string;
  /** Algorithm of the key, as in `ed25519`. */
  type?: string | undefined;
}

/**
 * Storage that outlives instances. The server is known to spell these fields in both snake_case and camelCase,
 * even for the same field; expect either.
 */
export interface StorageVolume {
  /** Id of the volume. Creating an instance takes it. */
  id: string;
  /** Name that the volume was created with. */
  name: string;
  /** Size in GB. */
  sizeGb?: number | null;
  /** State of the volume. More values may exist. */
  status?: 'available' | 'attached' | 'active' | (string & {}) | null;
  /**
   * Where the volume is: the name of a region, as in `us-east-1`, or its id, as in `137`. The server gives either;
   * the list of regions has both.
   */
  region?: string | null;
  /** Who keeps the data, as in `aws-s3` or `wasabi`. */
  providerType?: string | null;
  /** Id of the instance that the volume is attached to; null if none. */
  deploymentId?: string | null;
  /** Where the instance sees the volume. */
  mountPath?: string | null;
  /** Price in USD per hour. */
  costPerHour?: number | null;
  /** Id of the workspace that the volume belongs to. Workspaces were once called projects. */
  projectId?: string | null;
  /** When the volume was created. ISO 8601. */
  createdAt?: string | null;
  /** When anything about it last changed. ISO 8601. */
  updatedAt?: string | null;
}

/** A volume to create. */
export interface StorageCreateParams {
  /** Name for people to read. */
  name: string;
  /** Size in GB. It can grow later, never shrink. */
  sizeGb: number;
  /** Name of a storage region, as in `us-east-1`: the name, not the id. */
  region: string;
}

/** The new size of a volume. */
export interface StorageResizeParams {
  /** New size in GB, larger than the present one. */
  sizeGb: number;
}

/** What came of deleting a volume. */
export interface StorageDeleteResult {
  /** Confirmation for people to read. */
  message?: string;
  /** USD that come back as credits for paid days that were not used. */
  refundAmount?: number | null;
}

/** A place where volumes can be. */
export interface StorageRegion {
  /** Id of the region: a number written as text. Volumes may name their region by it. */
  id: string;
  /** Name of the region, which creating a volume takes. */
  name: string;
  /** Who keeps the data, as in `aws-s3` or `wasabi`. */
  provider: string;
}

/** A ready-made setup for an instance. */
export interface Template {
  /** Id of the template. Creating an instance may not accept it. */
  id: string;
  /** Name for people to read. */
  name: string;
  /** What the setup contains. */
  description?: string | null;
  /** Group that the template belongs to, as in `ml`. */
  category?: string | null;
  /** When the template was published. ISO 8601. */
  createdAt?: string | null;
}

/** The credits of a workspace. One credit is one USD. */
export interface Balance {
  /** Credits left. */
  creditsBalance: number;
  /** Credits that running resources have used and that are not charged yet. */
  activeUsageCost?: number;
}

/** A movement of credits. */
export interface Transaction {
  /** Id of the transaction. */
  id: string;
  /** Id of the workspace that was charged. Workspaces were once called projects. */
  projectId?: string | null;
  /** `credit` is a deposit, `usage` a charge, `refund` credits given back, `adjustment` a correction. */
  type: 'credit' | 'usage' | 'refund' | 'adjustment' | (string & {});
  /** Credits, which are USD. Charges are negative, deposits positive. */
  amount: number;
  /** What it was for. */
  description?: string | null;
  /** When it was booked. ISO 8601. */
  createdAt?: string | null;
}

/** Inference in a span of time. Machines and storage are not counted. */
export interface UsageSummary {
  /** Number of calls. */
  totalRequests?: number;
  /** Tokens that were sent to models. */
  totalPromptTokens?: number;
  /** Tokens that models wrote. */
  totalCompletionTokens?: number;
  /** Both together. */
  totalTokens?: number;
  /** Cost in USD. */
  totalCost: number;
}

/** Arguments of `listInstances`: List the instances. */
export interface InstanceListParams {
  /** Only instances that match this text. Which fields are searched is not documented. */
  search?: string | undefined;
}

/** Arguments of `listInstanceTypes`: List the instance types. */
export interface InstanceTypeListParams {
  /** Only types with this GPU model. Spellings vary (`A100`, `h100-sxm`); take one from an earlier answer. */
  gpuType?: string | undefined;
  /** Only types with this number of GPUs. */
  gpuCount?: number | undefined;
  /** Only types in this region. */
  region?: string | undefined;
}

/** Arguments of `listStorageVolumes`: List the storage volumes. */
export interface StorageListParams {
  /** Only volumes that match this text. Which fields are searched is not documented. */
  search?: string | undefined;
}

/** Arguments of `listTemplates`: List the templates. */
export interface TemplateListParams {
  /**
   * Number of the page; the first is 1.
   *
   * @defaultValue `1`
   */
  page?: number | undefined;
  /**
   * Templates on a page. At least 1.
   *
   * @defaultValue `25`
   */
  pageSize?: number | undefined;
  /** Only templates that match this text. */
  search?: string | undefined;
  /** Only templates of this category. */
  category?: string | undefined;
  /** What to sort by. The accepted values are not documented. */
  sortBy?: string | undefined;
  /** Which way to sort. The accepted values are not documented. */
  sortDir?: string | undefined;
}

/** Arguments of `listTransactions`: List the transactions. */
export interface TransactionListParams {
  /**
   * Transactions in one answer, at most. Between 1 and 100.
   *
   * @defaultValue `50`
   */
  limit?: number | undefined;
  /**
   * Transactions to skip. At least 0.
   *
   * @defaultValue `0`
   */
  offset?: number | undefined;
  /** Only transactions of this type. */
  type?: 'credit' | 'usage' | 'refund' | 'adjustment' | undefined;
}

/** Arguments of `getUsage`: Get a summary of inference usage. */
export interface UsageParams {
  /** First day of the span, as `YYYY-MM-DD`. A date, `YYYY-MM-DD`. */
  from?: string | Date | undefined;
  /** Last day of the span, as `YYYY-MM-DD`. Whether that day is included is not documented. A date, `YYYY-MM-DD`. */
  to?: string | Date | undefined;
}
