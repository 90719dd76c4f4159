// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { FileInput, ImageInput, NoRequestOptions } from '../src/handwritten/core/operation/operation.js';

/**
 * Parameters of a chat completion. Fields that are not listed are passed through to the provider of the model
 * unchanged.
 */
export interface ChatCompletionParams extends ChatCompletionParamsFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatCompletionParams`, without additional properties. */
export interface ChatCompletionParamsFields extends NoRequestOptions {
  /** Id of the model, from the list of models, for example `deepseek-ai/DeepSeek-V3`. */
  model: 'deepseek-ai/DeepSeek-V3' | 'deepseek/deepseek-v3.2' | 'meta-llama/Meta-Llama-3.1-8B-Instruct' | (string & {});
  /** The conversation so far, oldest message first. */
  messages: readonly (ChatMessage | ChatMessageFields)[];
  /**
   * Maximum number of tokens to generate. A completion that reaches the limit has the finish reason `length`. At
   * least 1.
   */
  maxTokens?: number | undefined;
  /**
   * OpenAI-compatible. Maximum number of tokens to generate, reasoning tokens included. Takes the place of
   * `max_tokens` for reasoning models. At least 1.
   */
  maxCompletionTokens?: number | undefined;
  /**
   * Sampling temperature, from 0 (always the most likely token) to 2. An older page of the documentation gives 0.7
   * as default.
   */
  temperature?: number | undefined;
  /**
   * Nucleus sampling: the cumulative probability of the tokens to sample from, from 0 to 1. Change this or the
   * temperature, not both. An older page of the documentation gives 1 as default.
   */
  topP?: number | undefined;
  /** One or more stop sequences. Generation ends at the first one; the completion does not include it. */
  stop?: string | readonly string[] | undefined;
  /** From -2 to 2. Positive values penalize tokens by how often they have occurred. */
  frequencyPenalty?: number | undefined;
  /** From -2 to 2. Positive values penalize tokens that have already occurred. */
  presencePenalty?: number | undefined;
  /**
   * OpenAI-compatible. Token id to a bias from -100 to 100, which is added to the token's logit before sampling.
   * Keys are sent unchanged.
   */
  logitBias?: Record<string, number> | undefined;
  /** OpenAI-compatible. Whether to return the log probabilities of the output tokens. */
  logprobs?: boolean | undefined;
  /**
   * OpenAI-compatible. Number of most likely tokens to return at each position, with their log probabilities.
   * Requires `logprobs`. At least 0.
   */
  topLogprobs?: number | undefined;
  /** OpenAI-compatible. Number of choices to generate. The tokens of all of them are billed. At least 1. */
  n?: number | undefined;
  /** Seed for reproducible output, where the model supports it. */
  seed?: number | undefined;
  /**
   * OpenAI-compatible. How much a reasoning model thinks before it answers. Lower effort is faster and uses fewer
   * tokens.
   */
  reasoningEffort?: 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | (string & {}) | undefined;
  /** OpenAI-compatible. Processing tier that serves the request. */
  serviceTier?: 'auto' | 'default' | 'flex' | 'scale' | 'priority' | (string & {}) | undefined;
  /** OpenAI-compatible. Types of output to generate, for models that generate more than text. */
  modalities?: readonly ('text' | 'audio' | (string & {}))[] | undefined;
  /** OpenAI-compatible. Voice and format of audio output, with `audio` among the `modalities`. Sent unchanged. */
  audio?: object | undefined;
  /** OpenAI-compatible. Key-value pairs to attach to the completion. Keys are sent unchanged. */
  metadata?: object | undefined;
  /** OpenAI-compatible. Stable identifier of your end user. */
  user?: string | undefined;
  /**
   * Whether to stream the completion as server-sent events while the model generates it.
   *
   * @defaultValue `false`
   */
  stream?: boolean | undefined;
  /** Options for the streamed response. */
  streamOptions?: ChatStreamOptions | ChatStreamOptionsFields | undefined;
  /** Functions that the model may call. */
  tools?: readonly (ChatTool | ChatToolFields)[] | undefined;
  /**
   * Whether the model calls tools: `auto` lets the model decide, `none` disables tool calls, `required` forces at
   * least one. An object forces the named function.
   */
  toolChoice?: 'auto' | 'none' | 'required' | (string & {}) | ChatToolChoice | ChatToolChoiceFields | undefined;
  /** Whether the model may return several tool calls in one completion, where the model supports it. */
  parallelToolCalls?: boolean | undefined;
  /**
   * OpenAI-compatible. Functions that the model may call. Replaced by `tools`.
   *
   * @deprecated
   */
  functions?: readonly ChatFunction[] | undefined;
  /**
   * OpenAI-compatible. Whether the model calls one of `functions`: `auto`, `none`, or an object that names it.
   * Replaced by `tool_choice`.
   *
   * @deprecated
   */
  functionCall?: 'none' | 'auto' | (string & {}) | ChatToolChoiceFunction | undefined;
  /** Format of the completion, for example JSON. */
  responseFormat?: ChatResponseFormat | ChatResponseFormatFields | undefined;
}

/** One message of a conversation, from a request or a response. */
export interface ChatMessage extends ChatMessageFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatMessage`, without additional properties. */
export interface ChatMessageFields {
  /**
   * Role of the author. `system` instructs the model, as does `developer` where the model supports it; `tool`
   * contains the result of a tool call, `function` that of a function call.
   */
  role: 'developer' | 'system' | 'user' | 'assistant' | 'tool' | 'function';
  /** A string, or a list of text and image parts. Null or absent in an assistant message that only has tool calls. */
  content?: string | readonly (ChatContentPart | ChatContentPartFields)[] | null | undefined;
  /** Distinguishes participants with the same role. */
  name?: string | undefined;
  /** Reasoning of the model, separate from the content. Not every reasoning model returns it. */
  reasoningContent?: string | null | undefined;
  /** Tool calls of the assistant. Respond to each with a message of role `tool`. */
  toolCalls?: readonly ChatToolCall[] | undefined;
  /** In a message of role `tool`: the id of the tool call that this is the result of. */
  toolCallId?: string | undefined;
  /** OpenAI-compatible. The refusal, where the model declines to answer. */
  refusal?: string | null | undefined;
  /** OpenAI-compatible. Annotations of the content, such as the sources of a web search. */
  annotations?: readonly (ChatAnnotation | ChatAnnotationFields)[] | undefined;
  /** OpenAI-compatible. The audio output, where the request asked for it. */
  audio?: ChatAudio | ChatAudioFields | null | undefined;
  /**
   * OpenAI-compatible. The function to call, where the request has `functions`. Replaced by `tool_calls`.
   *
   * @deprecated
   */
  functionCall?: ChatToolCallFunction | null | undefined;
}

/** A message generated by the model. Pass it unchanged in the messages of the next request. */
export interface ChatCompletionMessage {
  /** Role of the author: `assistant`. */
  role: 'system' | 'user' | 'assistant' | 'tool';
  /** Text of the message. Null or absent if the message only has tool calls. */
  content?: string | null | undefined;
  /** Reasoning of the model, separate from the content. Not every reasoning model returns it. */
  reasoningContent?: string | null | undefined;
  /** Tool calls of the assistant. Respond to each with a message of role `tool`. */
  toolCalls?: readonly ChatToolCall[] | undefined;
  /** OpenAI-compatible. The refusal, where the model declines to answer. */
  refusal?: string | null | undefined;
  /** OpenAI-compatible. Annotations of the content, such as the sources of a web search. */
  annotations?: readonly (ChatAnnotation | ChatAnnotationFields)[] | undefined;
  /** OpenAI-compatible. The audio output, where the request asked for it. */
  audio?: ChatAudio | ChatAudioFields | null | undefined;
  /**
   * OpenAI-compatible. The function to call, where the request has `functions`. Replaced by `tool_calls`.
   *
   * @deprecated
   */
  functionCall?: ChatToolCallFunction | null | undefined;
  [extra: string]: unknown;
}

/** A part of the message content: text or an image. */
export interface ChatContentPart extends ChatContentPartFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatContentPart`, without additional properties. */
export interface ChatContentPartFields {
  /** Type of the part; determines which other field is set. */
  type: 'text' | 'image_url' | (string & {});
  /** The text, in a part of type `text`. */
  text?: string | undefined;
  /** The image, in a part of type `image_url`. */
  imageUrl?: ChatImageUrl | ChatImageUrlFields | undefined;
}

/** An image for a vision model, in a part of type `image_url`. */
export interface ChatImageUrl extends ChatImageUrlFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatImageUrl`, without additional properties. */
export interface ChatImageUrlFields {
  /** URL of the image: an http(s) URL, or a data URI with the image in base64. */
  url: string;
}

/** A tool that the model may call. */
export interface ChatTool extends ChatToolFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatTool`, without additional properties. */
export interface ChatToolFields {
  /** Type of the tool. Only functions are documented. */
  type: 'function' | (string & {});
  /** The function, in a tool of type `function`. */
  function?: ChatFunction | undefined;
}

/** A function that the model may call and the caller runs. */
export interface ChatFunction {
  /** Name of the function. */
  name: string;
  /** What the function does and when to call it; the model uses this to decide. */
  description?: string | undefined;
  /** JSON Schema of the function's arguments. Passed through unchanged. */
  parameters?: object | undefined;
  /** Whether the arguments must match the schema exactly, where the model supports it. */
  strict?: boolean | undefined;
}

/** Forces the model to call a specific function. */
export interface ChatToolChoice extends ChatToolChoiceFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatToolChoice`, without additional properties. */
export interface ChatToolChoiceFields {
  /** Type of the tool. Only functions are documented. */
  type: 'function' | (string & {});
  /** The function to call. */
  function?: ChatToolChoiceFunction | undefined;
}

/** Reference to the function to call. */
export interface ChatToolChoiceFunction {
  /** Name of one of the tools in the request. */
  name: string;
}

/** A tool call generated by the model. */
export interface ChatToolCall {
  /** Id of the tool call; the message with the result must contain it. */
  id: string;
  /** Type of the tool. Only functions are documented. */
  type?: 'function' | (string & {}) | undefined;
  /** The function to run and its arguments. */
  function: ChatToolCallFunction;
}

/** A function call generated by the model. */
export interface ChatToolCallFunction {
  /** Name of one of the tools in the request. */
  name: string;
  /** The arguments as a JSON string. Generated by the model: parse and validate them before use. */
  arguments: string;
}

/** Options for the streamed response. Valid only if streaming is enabled. */
export interface ChatStreamOptions extends ChatStreamOptionsFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatStreamOptions`, without additional properties. */
export interface ChatStreamOptionsFields {
  /** Whether the last chunk, which has no choices, contains the token usage of the whole request. */
  includeUsage?: boolean | undefined;
}

/** Format of the completion. */
export interface ChatResponseFormat extends ChatResponseFormatFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatResponseFormat`, without additional properties. */
export interface ChatResponseFormatFields {
  /**
   * `text` for any text, `json_object` for any valid JSON object, `json_schema` for JSON that matches a schema.
   * Not every model supports all of them.
   */
  type: 'text' | 'json_object' | 'json_schema' | (string & {});
  /** The JSON Schema, for type `json_schema`. */
  jsonSchema?: ChatJsonSchema | undefined;
}

/** JSON Schema of the completion, for the response format `json_schema`. */
export interface ChatJsonSchema {
  /** Name of the schema. The model can read it. */
  name: string;
  /** What the completion contains. The model can read it. */
  description?: string | undefined;
  /** The JSON Schema itself. Passed through unchanged. */
  schema?: object | undefined;
  /** Whether the completion must match the schema exactly, where the model supports it. */
  strict?: boolean | undefined;
}

/** A complete chat completion. */
export interface ChatCompletion {
  /** Id of the completion. */
  id?: string;
  /** Object type. */
  object?: 'chat.completion';
  /** Unix timestamp of the creation, in seconds. */
  created?: number;
  /** Id of the model that generated the completion. */
  model?: string;
  /** The completions; one, unless the request sets a higher number. */
  choices: ChatChoice[];
  /** Token usage of the request. */
  usage?: ChatUsage;
  /** OpenAI-compatible. Processing tier that served the request. */
  serviceTier?: 'default' | 'flex' | 'scale' | 'priority' | (string & {}) | null;
  /** OpenAI-compatible. Identifies the configuration of the backend that the model runs with. */
  systemFingerprint?: string | null;
}

/** One completion of the model. */
export interface ChatChoice {
  /** Index of the choice, starting at 0. */
  index?: number;
  /** The message of the assistant, with its content or tool calls. */
  message: ChatCompletionMessage;
  /**
   * Why generation ended: `stop` is a natural end or a stop sequence, `length` the token limit, `tool_calls` a
   * tool call for the caller to run (`function_call` where the request has `functions`), `content_filter` content
   * that was withheld.
   */
  finishReason?: 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter' | (string & {});
  /** OpenAI-compatible. Log probabilities of the tokens, where the request asked for them. */
  logprobs?: ChatLogprobs | null;
}

/** Token usage of one chat completion, which determines its price. */
export interface ChatUsage {
  /** Number of tokens in the prompt. */
  promptTokens?: number;
  /** Number of generated tokens. */
  completionTokens?: number;
  /** Prompt and completion tokens together. */
  totalTokens?: number;
  /** OpenAI-compatible. Breakdown of the tokens of the prompt. */
  promptTokensDetails?: ChatPromptTokensDetails | null;
  /** OpenAI-compatible. Breakdown of the tokens of the completion. */
  completionTokensDetails?: ChatCompletionTokensDetails | null;
}

/** OpenAI-compatible. Breakdown of the tokens of a prompt. */
export interface ChatPromptTokensDetails {
  /** OpenAI-compatible. Tokens that were read from a cache. */
  cachedTokens?: number | null;
  /** OpenAI-compatible. Tokens of audio input. */
  audioTokens?: number | null;
}

/** OpenAI-compatible. Breakdown of the tokens of a completion. */
export interface ChatCompletionTokensDetails {
  /** OpenAI-compatible. Tokens that the model thought with. */
  reasoningTokens?: number | null;
  /** OpenAI-compatible. Tokens of audio output. */
  audioTokens?: number | null;
  /** OpenAI-compatible. Tokens of the prediction that appear in the completion. */
  acceptedPredictionTokens?: number | null;
  /** OpenAI-compatible. Tokens of the prediction that do not appear in the completion. Billed all the same. */
  rejectedPredictionTokens?: number | null;
}

/** OpenAI-compatible. Log probabilities of the tokens of one choice. */
export interface ChatLogprobs {
  /** OpenAI-compatible. The tokens of the content. */
  content?: ChatTokenLogprob[] | null;
  /** OpenAI-compatible. The tokens of the refusal. */
  refusal?: ChatTokenLogprob[] | null;
}

/** OpenAI-compatible. A token with its log probability. */
export interface ChatTokenLogprob {
  /** OpenAI-compatible. The token. */
  token: string;
  /** OpenAI-compatible. Log probability of the token; -9999.0 where it is not among the most likely ones. */
  logprob: number;
  /** OpenAI-compatible. The UTF-8 bytes of the token. A character may be split over several tokens. */
  bytes?: number[] | null;
  /** OpenAI-compatible. The most likely tokens at this position. */
  topLogprobs?: ChatTopLogprob[];
}

/** OpenAI-compatible. One of the most likely tokens at a position. */
export interface ChatTopLogprob {
  /** OpenAI-compatible. The token. */
  token: string;
  /** OpenAI-compatible. Log probability of the token. */
  logprob: number;
  /** OpenAI-compatible. The UTF-8 bytes of the token. */
  bytes?: number[] | null;
}

/** OpenAI-compatible. An annotation of the content. */
export interface ChatAnnotation extends ChatAnnotationFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatAnnotation`, without additional properties. */
export interface ChatAnnotationFields {
  /** OpenAI-compatible. Kind of annotation. */
  type?: 'url_citation' | (string & {}) | undefined;
  /** OpenAI-compatible. The source, in an annotation of the type `url_citation`. */
  urlCitation?: ChatUrlCitation | ChatUrlCitationFields | undefined;
}

/** OpenAI-compatible. A web page that the content refers to. */
export interface ChatUrlCitation extends ChatUrlCitationFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatUrlCitation`, without additional properties. */
export interface ChatUrlCitationFields {
  /** OpenAI-compatible. URL of the page. */
  url?: string | undefined;
  /** OpenAI-compatible. Title of the page. */
  title?: string | undefined;
  /** OpenAI-compatible. Where the citation starts in the content, in characters. */
  startIndex?: number | undefined;
  /** OpenAI-compatible. Where the citation ends in the content, in characters. */
  endIndex?: number | undefined;
}

/** OpenAI-compatible. Audio output of a model. In a request, the `id` stands for the whole. */
export interface ChatAudio extends ChatAudioFields {
  [extra: string]: unknown;
}

/** The declared fields of `ChatAudio`, without additional properties. */
export interface ChatAudioFields {
  /** OpenAI-compatible. Id of the audio output. */
  id?: string | undefined;
  /** OpenAI-compatible. The audio in base64, in the format of the request. */
  data?: string | undefined;
  /** OpenAI-compatible. What is said. */
  transcript?: string | undefined;
  /** OpenAI-compatible. When the server forgets the id, in seconds since 1970. */
  expiresAt?: number | undefined;
}

/** A chunk of a streamed chat completion: the data of one event. */
export interface ChatCompletionChunk {
  /** Id of the completion, the same in all chunks. */
  id?: string;
  /** Object type. */
  object?: 'chat.completion.chunk' | (string & {});
  /** Unix timestamp of the creation, in seconds. */
  created?: number;
  /** Id of the model that generates the completion. */
  model?: string;
  /** The deltas of each choice. Empty in a chunk that only contains the token usage. */
  choices: ChatChunkChoice[];
  /** Token usage of the whole request, only in the last chunk, and only if the stream options request it. */
  usage?: ChatUsage | null;
  /** OpenAI-compatible. Processing tier that served the request. */
  serviceTier?: 'default' | 'flex' | 'scale' | 'priority' | (string & {}) | null;
  /** OpenAI-compatible. Identifies the configuration of the backend that the model runs with. */
  systemFingerprint?: string | null;
}

/** The delta of one choice. */
export interface ChatChunkChoice {
  /** Index of the choice, starting at 0. */
  index?: number;
  /** The delta of the message. */
  delta: ChatDelta;
  /** Why generation ended; null until it ends. The values are those of a complete chat completion. */
  finishReason?: 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter' | null | (string & {});
  /** OpenAI-compatible. Log probabilities of the new tokens, where the request asked for them. */
  logprobs?: ChatLogprobs | null;
}

/** The delta of a message. Concatenate the content of all chunks to get the whole message. */
export interface ChatDelta {
  /** Role of the author. Usually only in the first chunk. */
  role?: 'system' | 'user' | 'assistant' | 'tool' | (string & {});
  /** Text to append to the content. */
  content?: string | null;
  /** Text to append to the reasoning, which precedes the content. */
  reasoningContent?: string | null;
  /** Fragments of tool calls, to be merged by index. */
  toolCalls?: ChatToolCallDelta[];
  /** OpenAI-compatible. Text to add to the refusal. */
  refusal?: string | null;
  /** OpenAI-compatible. Annotations to add to those of the content. */
  annotations?: ChatAnnotation[];
  /** OpenAI-compatible. The new part of the audio output. `data` and `transcript` are to be joined. */
  audio?: ChatAudio | null;
  /**
   * OpenAI-compatible. The new part of the function call.
   *
   * @deprecated
   */
  functionCall?: ChatToolCallFunctionDelta | null;
}

/** A fragment of a tool call. */
export interface ChatToolCallDelta {
  /** Index of the tool call, starting at 0. */
  index?: number;
  /** Id of the tool call. Usually only in its first fragment. */
  id?: string;
  /** Type of the tool. Only functions are documented. */
  type?: 'function' | (string & {});
  /** The delta of its function. */
  function?: ChatToolCallFunctionDelta;
}

/** The delta of the function of a tool call. */
export interface ChatToolCallFunctionDelta {
  /** Name of the function. Usually only in the first fragment. */
  name?: string;
  /** Text to append to the arguments. The fragments are valid JSON only when concatenated. */
  arguments?: string;
}

/**
 * Parameters of an image generation. Fields that are not listed are passed through to the provider of the model
 * unchanged.
 */
export interface ImageGenerationParams extends ImageGenerationParamsFields {
  [extra: string]: unknown;
}

/** The declared fields of `ImageGenerationParams`, without additional properties. */
export interface ImageGenerationParamsFields extends NoRequestOptions {
  /** Id of an image model, for example `black-forest-labs/FLUX.1-schnell`. */
  model:
    | 'black-forest-labs/FLUX.1-schnell'
    | 'black-forest-labs/FLUX.1-kontext-pro'
    | 'black-forest-labs/flux-1.1-pro'
    | 'Wan-AI/Wan2.6-Image-Edit'
    | (string & {});
  /** Description of the image, or of the edit to the input image. */
  prompt: string;
  /** Width in pixels, from 256 to 2048. */
  width?: number | undefined;
  /** Height in pixels, from 256 to 2048. */
  height?: number | undefined;
  /**
   * Aspect ratio, width to height, for models without pixel sizes. Documented values are 1:1, 16:9, 9:16, 4:3 and
   * 3:2.
   */
  aspectRatio?: string | undefined;
  /** Width and height in one string, as in the OpenAI API. For models that expect this format. */
  size?: string | undefined;
  /** Number of images, as in the OpenAI API. Not every model generates more than one. */
  n?: number | undefined;
  /** Number of denoising steps, from 1 to 100. More steps take longer and add detail; fast models need about 4. */
  numInferenceSteps?: number | undefined;
  /** How closely the image follows the prompt. The useful range depends on the model. */
  guidance?: number | undefined;
  /**
   * `url` for a link that expires, `b64_json` for the image in base64.
   *
   * @defaultValue `'url'`
   */
  responseFormat?: 'url' | 'b64_json' | undefined;
  /** Seed for reproducible output, where the model supports it. */
  seed?: number | undefined;
  /** What the image must not show, for models that support it. */
  negativePrompt?: string | undefined;
  /** Input image, for most models that edit or transform an image. An http(s) URL, a data URI or a base64 string. */
  image?: ImageInput | undefined;
  /** Input image to edit, for FLUX Kontext. An http(s) URL, a data URI or a base64 string. */
  inputImage?: ImageInput | undefined;
  /**
   * Input images to combine, for models that accept several; FLUX.2 Pro accepts up to 8. Each is an http(s) URL, a
   * data URI or a base64 string.
   */
  inputImages?: readonly ImageInput[] | undefined;
  /** Input image to start from, for models that use this field. An http(s) URL, a data URI or a base64 string. */
  startImage?: ImageInput | undefined;
  /** Mask image that marks the area to edit, for inpainting models. An http(s) URL, a data URI or a base64 string. */
  mask?: ImageInput | undefined;
  /**
   * Control image that guides the composition, such as edges or depth, for ControlNet models. Required by FLUX
   * Canny. An http(s) URL, a data URI or a base64 string.
   */
  controlImage?: ImageInput | undefined;
  /** Weight of the control image, for ControlNet models. */
  strength?: number | undefined;
  /** How much the prompt may change the input image, for FLUX Dev and Krea. */
  promptStrength?: number | undefined;
}

/** The generated images. */
export interface ImageGeneration {
  /** Unix timestamp of the creation, in seconds. */
  created?: number;
  /** The images; one, unless the request sets a higher number. */
  data: ImageData[];
}

/** One image, as a URL or in base64. */
export interface ImageData {
  /** URL of the image. The link expires, so download the image soon. May be a data URI. */
  url?: string | null;
  /** The image in base64, if the request asks for that format. */
  b64Json?: string | null;
  /** The prompt as rewritten by the model, if it rewrites prompts. */
  revisedPrompt?: string | null;
}

/**
 * Parameters of a video generation. Fields that are not listed are passed through to the provider of the model
 * unchanged.
 */
export interface VideoGenerationParams extends VideoGenerationParamsFields {
  [extra: string]: unknown;
}

/** The declared fields of `VideoGenerationParams`, without additional properties. */
export interface VideoGenerationParamsFields extends NoRequestOptions {
  /** Id of a video model, for example `google/veo-3.0`. */
  model: 'google/veo-3.0' | 'openai/sora-2' | (string & {});
  /** Description of the video. */
  prompt: string;
  /**
   * Duration in seconds. Models accept only certain values: Sora 2 accepts 4, 8 or 12, Veo 3.0 4, 6 or 8, Kling v3
   * 3 to 15. All known clients use this field; set either this field or the other spelling, not both.
   */
  duration?: number | undefined;
  /**
   * Duration in whole seconds, under the name in the API reference. Which of the two fields a model uses is not
   * documented; prefer the other one.
   */
  durationSeconds?: number | undefined;
  /** Aspect ratio, width to height. Documented values are 16:9, 9:16 and 1:1. */
  aspectRatio?: string | undefined;
  /** Width in pixels, for models with pixel sizes. */
  width?: number | undefined;
  /** Height in pixels, for models with pixel sizes. */
  height?: number | undefined;
  /** Seed for reproducible output, where the model supports it. */
  seed?: number | undefined;
  /** What the video must not show, for models that support it. */
  negativePrompt?: string | undefined;
  /**
   * URL of the first frame, under the name in the API reference. Other pages use one of the fields below; which
   * one applies depends on the model.
   */
  imageUrl?: string | undefined;
  /** Input image to animate. An http(s) URL, a data URI or a base64 string. */
  image?: ImageInput | undefined;
  /** Input image, for models that use this field. An http(s) URL, a data URI or a base64 string. */
  inputImage?: ImageInput | undefined;
  /** Input images, for models that accept several. Each is an http(s) URL, a data URI or a base64 string. */
  inputImages?: readonly ImageInput[] | undefined;
  /** First frame, for models that use this field. An http(s) URL, a data URI or a base64 string. */
  startImage?: ImageInput | undefined;
  /** Mask image that marks the area to edit, for inpainting models. An http(s) URL, a data URI or a base64 string. */
  mask?: ImageInput | undefined;
  /**
   * Control image that guides the composition, for models that use this field. An http(s) URL, a data URI or a
   * base64 string.
   */
  controlImage?: ImageInput | undefined;
}

/** A video generation job. It may have fields that are not listed here. */
export interface VideoJob {
  /** Id of the job. Jobs cannot be listed: store the id. */
  id: string;
  /** Status of the job. `completed` and `failed` are final. */
  status: 'queued' | 'processing' | 'completed' | 'failed' | (string & {});
}

/**
 * Parameters of a speech request. Fields that are not listed are passed through to the provider of the model
 * unchanged.
 */
export interface TTSParams extends TTSParamsFields {
  [extra: string]: unknown;
}

/** The declared fields of `TTSParams`, without additional properties. */
export interface TTSParamsFields extends NoRequestOptions {
  /** Id of a speech model, for example `hexgrad/Kokoro-82M`. */
  model: 'hexgrad/Kokoro-82M' | (string & {});
  /** Text to convert to speech. The maximum length depends on the model. */
  input: string;
  /** Voice to use. The available voices depend on the model. */
  voice?: string | undefined;
  /**
   * Audio format: `mp3`, or `pcm` for raw samples. Other formats are not documented.
   *
   * @defaultValue `'mp3'`
   */
  responseFormat?: 'mp3' | 'pcm' | (string & {}) | undefined;
  /** Speed of the speech, where 1 is normal, for models that support it. */
  speed?: number | undefined;
  /** Language of the text, for models that require it. */
  language?: string | undefined;
}

/**
 * Parameters of a transcription. Fields that are not listed are passed through to the provider of the model
 * unchanged.
 */
export interface TranscribeParams extends TranscribeParamsFields {
  [extra: string]: unknown;
}

/** The declared fields of `TranscribeParams`, without additional properties. */
export interface TranscribeParamsFields extends NoRequestOptions {
  /** The audio file. Its filename must have an extension that matches the format. */
  file: FileInput;
  /** Filename of the upload. The server may detect the format by its extension. */
  filename?: string | undefined;
  /** Id of a transcription model, for example `openai/whisper-large-v3`. */
  model: 'openai/whisper-large-v3' | 'openai/whisper-1' | (string & {});
  /** Spoken language, as a two-letter code (ISO 639-1). Optional hint: if omitted, the model detects the language. */
  language?: string | undefined;
  /**
   * Response format: `json` for text with timestamps, `text` for plain text, `srt` or `vtt` for subtitles.
   *
   * @defaultValue `'json'`
   */
  responseFormat?: 'json' | 'text' | 'srt' | 'vtt' | (string & {}) | undefined;
}

/** The transcription of an audio file. */
export interface Transcription {
  /** The complete text. Contains the whole response body for the formats text, SRT and VTT. */
  text: string;
  /** Duration of the audio in seconds. */
  duration?: number;
  /** Detected language. */
  language?: string;
  /** Segments of the text with timestamps, if the model returns them. */
  segments?: TranscriptionSegment[];
}

/** A segment of a transcription. Its fields depend on the model. */
export interface TranscriptionSegment {
  /** Start of the segment, in seconds from the start of the audio. */
  start?: number;
  /** End of the segment, in seconds from the start of the audio. */
  end?: number;
  /** Text of the segment. */
  text?: string;
  [extra: string]: unknown;
}

/**
 * Parameters of an embedding request. Fields that are not listed are passed through to the provider of the model
 * unchanged.
 */
export interface EmbeddingParams extends EmbeddingParamsFields {
  [extra: string]: unknown;
}

/** The declared fields of `EmbeddingParams`, without additional properties. */
export interface EmbeddingParamsFields extends NoRequestOptions {
  /** Id of an embedding model, for example `BAAI/bge-large-en-v1.5`. */
  model: 'BAAI/bge-large-en-v1.5' | 'BAAI/bge-base-en-v1.5' | 'sentence-transformers/all-MiniLM-L6-v2' | (string & {});
  /** One text, or a list of texts to embed in one request. */
  input: string | readonly string[];
  /**
   * `float` for arrays of numbers, `base64` for packed vectors.
   *
   * @defaultValue `'float'`
   */
  encodingFormat?: 'float' | 'base64' | undefined;
  /** Length of the vectors, for models that can shorten them. */
  dimensions?: number | undefined;
  /** Your id of the end user, as in the OpenAI API. */
  user?: string | undefined;
}

/** The embeddings of the input texts. */
export interface EmbeddingList {
  /** Object type. */
  object?: 'list';
  /** One embedding for each input text, in the order of the input. */
  data: Embedding[];
  /** Id of the model that created the embeddings. */
  model?: string;
  /** Token usage of the request. */
  usage?: EmbeddingUsage;
}

/** The embedding of one input text. */
export interface Embedding {
  /** Object type. */
  object?: 'embedding' | (string & {});
  /** Index of the input text, starting at 0. */
  index: number;
  /** The vector as numbers, or as a base64 string if the request asks for that format. */
  embedding: number[] | string;
}

/** Token usage of one embedding request, which determines its price. */
export interface EmbeddingUsage {
  /** Number of tokens in all input texts. */
  promptTokens?: number;
  /** Total number of tokens; embeddings have no completion tokens. */
  totalTokens?: number;
}

/** The model catalogue. */
export interface ModelList {
  /** Object type, if the server returns it. */
  object?: 'list' | (string & {});
  /** All models. */
  data: Model[];
}

/** An inference model. All fields except the id depend on the model. */
export interface Model {
  /** Id of the model; other operations accept it. */
  id: string;
  /** Display name. */
  name?: string | null;
  /** What the model is for. */
  description?: string | null;
  /** Unix timestamp of when the model was added, in seconds. */
  created?: number | null;
  /** Maximum number of tokens in prompt and completion together. */
  contextLength?: number | null;
  /** Maximum number of tokens in a completion. */
  maxOutputLength?: number | null;
  /** Output type of the model. Known values are text, image, video and audio. */
  outputModalities?: string[];
  /** Prices of the model. */
  pricing?: ModelPricing;
}

/**
 * Prices of a model, in USD. Amounts are numbers or numeric strings. The unit of an amount is not documented, so
 * compare it with the published catalogue before you calculate costs.
 */
export interface ModelPricing {
  /** Price of the input. */
  prompt?: number | string | null;
  /** Price of the output. */
  completion?: number | string | null;
  /** Price of cached input, where the provider has a cache. */
  inputCacheRead?: number | string | null;
}

/** A GPU instance. Until it is provisioned, most fields can be null. */
export interface Instance {
  /** Id of the instance, a UUID. */
  id: string;
  /** Name of the instance, as set at creation. */
  name: string;
  /**
   * Status of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it has
   * ended, and the rest that it is in transition. Other values may exist; compare case-insensitively.
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
  /** GPU model. Spellings vary, for example `A100` and `h100-sxm`. */
  gpuType?: string | null;
  /** Number of GPUs. */
  gpuCount?: number | null;
  /** Number of CPU cores. */
  cpuCores?: number | null;
  /** Memory in GB. */
  memory?: number | null;
  /** Local disk in GB. Deleted when the instance is terminated. */
  storage?: number | null;
  /** Region of the instance. */
  region?: string | null;
  /** Public IP address. Empty or null until the instance is provisioned. */
  ip?: string | null;
  /** Operating system image. */
  osImage?: string | null;
  /** Price in USD per hour, billed by the second. */
  costPerHour?: number | null;
  /** When the instance started. ISO 8601. */
  deployedAt?: string | null;
  /** When the instance was created. ISO 8601. */
  createdAt?: string | null;
  /** When the instance was last updated. ISO 8601. */
  updatedAt?: string | null;
}

/**
 * Parameters of a new instance. Either a GPU model or an instance type is required; the server chooses all other
 * omitted values.
 */
export interface InstanceCreateParams {
  /** Display name. The documentation says that names of more than 64 characters are rejected. */
  name: string;
  /**
   * GPU model, for example `A100` or `h100-sxm`. The server picks the cheapest available configuration. Set either
   * this or an instance type.
   */
  gpuType?: string | undefined;
  /** Id from the list of instance types, for exactly that configuration. Set either this or a GPU model. */
  instanceTypeId?: string | undefined;
  /** Region of the instance. If omitted, the server chooses one. */
  region?: string | undefined;
  /** Number of GPUs, at least 1. */
  gpuCount?: number | undefined;
  /** Number of CPU cores, at least 1. */
  cpuCores?: number | undefined;
  /** Memory in GB, at least 1. */
  memory?: number | undefined;
  /** Local disk in GB, at least 1. Deleted when the instance is terminated. */
  storage?: number | undefined;
  /**
   * Template of the instance. Known values are `ubuntu-devbox`, which runs with or without a GPU, and
   * `ubuntu-train`, `ubuntu-inference` and `ubuntu-cuda-devel`. Other ids from the list of templates may be
   * rejected.
   */
  template?: string | undefined;
  /** Id of the SSH key that has access to the instance. */
  sshKeyId?: string | undefined;
  /** Environment variables of the instance. Their names are passed through unchanged. */
  envVars?: Record<string, string> | readonly EnvironmentVariable[] | undefined;
  /** Shell commands to run after the instance starts. */
  startupCommands?: readonly string[] | undefined;
  /** Id of a storage volume to attach; it is mounted at `/workspace`. */
  storageId?: string | undefined;
  /** Script to run when the instance starts, as a plain string. */
  launchScript?: string | undefined;
  /**
   * Script to run when the instance starts, in base64, for scripts with characters that a plain string may not
   * preserve.
   */
  launchScriptBase64?: string | undefined;
}

/** One environment variable. */
export interface EnvironmentVariable {
  /** Name of the variable, for example `HF_HOME`. */
  key: string;
  /** Value of the variable. */
  value: string;
}

/** The current status of an instance. It may have fields that are not listed here. */
export interface InstanceStatus {
  /** Id of the instance, a UUID. */
  id: string;
  /**
   * Status of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it has
   * ended, and the rest that it is in transition. Other values may exist; compare case-insensitively.
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
  /** Public IP address. Empty, null or absent until the instance is provisioned. */
  ip?: string | null;
}

/** An instance type: a hardware configuration and its price. */
export interface InstanceType {
  /** Id of the instance type, for creating an instance. */
  id: string;
  /** GPU model, or `CPU` for a type without a GPU. */
  gpuType: string;
  /** Number of GPUs. */
  gpuCount: number;
  /** Number of CPU cores. */
  cpuCores?: number | null;
  /** Memory in GB. May be fractional. */
  memoryGb?: number | null;
  /** Local disk in GB. May be fractional. */
  storageGb?: number | null;
  /** Region of the instance type. */
  region?: string | null;
  /** How the hardware is provisioned. The values are not documented. */
  deploymentType?: string | null;
  /** Price in USD per hour, billed by the second. */
  hourlyRate: number;
}

/** A part of a workspace with its own instances and volumes, for example staging or production. */
export interface Environment {
  /** Id of the environment. Only the environment operations accept it; all others take the name. */
  id: string;
  /** Name that other operations use to select the environment. */
  name: string;
  /** Whether requests without an environment use this one. */
  isDefault?: boolean;
  /** When the environment was created. ISO 8601. */
  createdAt?: string | null;
  /** When the environment was last updated. ISO 8601. */
  updatedAt?: string | null;
}

/** Parameters of a new environment. */
export interface EnvironmentCreateParams {
  /** Name that other operations use to select the environment. */
  name: string;
}

/** Fields of the environment to update. Omitted fields keep their values. */
export interface EnvironmentUpdateParams {
  /** New name. Programs that use the old name must be updated. */
  name?: string | undefined;
  /** `true` makes this the default environment, for all requests without one. */
  isDefault?: boolean | undefined;
}

/** A public key for SSH access to instances. The public key itself is not returned. */
export interface SSHKey {
  /** Id of the SSH key, a UUID. Used when creating an instance. */
  id: string;
  /** Display name. */
  name: string;
  /** Fingerprint of the key, as printed by `ssh-keygen -l`. */
  fingerprint?: string | null;
  /** Algorithm of the key, for example `ed25519`. */
  type?: string | null;
  /** When the key was added. ISO 8601. */
  createdAt?: string | null;
  /** When the key was last used; null if never. ISO 8601. */
  lastUsed?: string | null;
  /** Id of the workspace of the key. Workspaces were formerly called projects. */
  projectId?: string | null;
}

/** Parameters of a new SSH key. */
export interface SSHKeyCreateParams {
  /** Display name. */
  name: string;
  /** The public key in OpenSSH format: the one line of a `.pub` file. Never the private key. */
  publicKey: string;
  /** Algorithm of the key, for example `ed25519`. */
  type?: string | undefined;
}

/**
 * A storage volume, which persists after an instance is terminated. The server is known to return these fields
 * in both snake_case and camelCase, even for the same field; expect either.
 */
export interface StorageVolume {
  /** Id of the volume. Used when creating an instance. */
  id: string;
  /** Name of the volume, as set at creation. */
  name: string;
  /** Size in GB. */
  sizeGb?: number | null;
  /** Status of the volume. Other values may exist. */
  status?: 'available' | 'attached' | 'active' | (string & {}) | null;
  /**
   * Region of the volume: its name, for example `us-east-1`, or its id, for example `137`. The server returns
   * either; the list of regions has both.
   */
  region?: string | null;
  /** Storage provider, for example `aws-s3` or `wasabi`. */
  providerType?: string | null;
  /** Id of the instance that the volume is attached to; null if not attached. */
  deploymentId?: string | null;
  /** Mount path of the volume on the instance. */
  mountPath?: string | null;
  /** Price in USD per hour. */
  costPerHour?: number | null;
  /** Id of the workspace of the volume. Workspaces were formerly called projects. */
  projectId?: string | null;
  /** When the volume was created. ISO 8601. */
  createdAt?: string | null;
  /** When the volume was last updated. ISO 8601. */
  updatedAt?: string | null;
}

/** Parameters of a new volume. */
export interface StorageCreateParams {
  /** Display name. */
  name: string;
  /** Size in GB. It can be increased later, but not decreased. */
  sizeGb: number;
  /** Name of a storage region, for example `us-east-1`: the name, not the id. */
  region: string;
}

/** The new size of a volume. */
export interface StorageResizeParams {
  /** New size in GB, larger than the current size. */
  sizeGb: number;
}

/** The result of deleting a volume. */
export interface StorageDeleteResult {
  /** Human-readable confirmation. */
  message?: string;
  /** Refund in USD, as credits, for unused days that were billed in advance. */
  refundAmount?: number | null;
}

/** A region for storage volumes. */
export interface StorageRegion {
  /** Id of the region: a number as a string. Volumes may reference their region by it. */
  id: string;
  /** Name of the region, used when creating a volume. */
  name: string;
  /** Storage provider, for example `aws-s3` or `wasabi`. */
  provider: string;
}

/** A preconfigured setup for an instance. */
export interface Template {
  /** Id of the template. Creating an instance may not accept it. */
  id: string;
  /** Display name. */
  name: string;
  /** What the template contains. */
  description?: string | null;
  /** Category of the template, for example `ml`. */
  category?: string | null;
  /** When the template was published. ISO 8601. */
  createdAt?: string | null;
}

/** The credit balance of a workspace. One credit is one USD. */
export interface Balance {
  /** Remaining credits. */
  creditsBalance: number;
  /** Credits used by running resources and not charged yet. */
  activeUsageCost?: number;
}

/** A credit transaction. */
export interface Transaction {
  /** Id of the transaction. */
  id: string;
  /** Id of the workspace that was charged. Workspaces were formerly called projects. */
  projectId?: string | null;
  /** `credit` is a deposit, `usage` a charge, `refund` returned credits, `adjustment` a correction. */
  type: 'credit' | 'usage' | 'refund' | 'adjustment' | (string & {});
  /** Amount in credits, which are USD. Charges are negative, deposits positive. */
  amount: number;
  /** What the transaction was for. */
  description?: string | null;
  /** When the transaction was recorded. ISO 8601. */
  createdAt?: string | null;
}

/** Inference usage in a date range. Instances and storage are not included. */
export interface UsageSummary {
  /** Number of requests. */
  totalRequests?: number;
  /** Number of input tokens. */
  totalPromptTokens?: number;
  /** Number of output tokens. */
  totalCompletionTokens?: number;
  /** Input and output tokens together. */
  totalTokens?: number;
  /** Cost in USD. */
  totalCost: number;
}

/** Parameters of `listInstances`: List instances. */
export interface InstanceListParams {
  /** Filter by a search string. Which fields are searched is not documented. */
  search?: string | undefined;
}

/** Parameters of `listInstanceTypes`: List instance types. */
export interface InstanceTypeListParams {
  /** Filter by GPU model. Spellings vary (`A100`, `h100-sxm`); use a value from an earlier response. */
  gpuType?: string | undefined;
  /** Filter by number of GPUs. */
  gpuCount?: number | undefined;
  /** Filter by region. */
  region?: string | undefined;
}

/** Parameters of `listStorageVolumes`: List storage volumes. */
export interface StorageListParams {
  /** Filter by a search string. Which fields are searched is not documented. */
  search?: string | undefined;
}

/** Parameters of `listTemplates`: List templates. */
export interface TemplateListParams {
  /**
   * Page number, starting at 1.
   *
   * @defaultValue `1`
   */
  page?: number | undefined;
  /**
   * Number of templates per page. At least 1.
   *
   * @defaultValue `25`
   */
  pageSize?: number | undefined;
  /** Filter by a search string. */
  search?: string | undefined;
  /** Filter by category. */
  category?: string | undefined;
  /** Field to sort by. The accepted values are not documented. */
  sortBy?: string | undefined;
  /** Sort order. The accepted values are not documented. */
  sortDir?: string | undefined;
}

/** Parameters of `listTransactions`: List transactions. */
export interface TransactionListParams {
  /**
   * Maximum number of transactions per response. Between 1 and 100.
   *
   * @defaultValue `50`
   */
  limit?: number | undefined;
  /**
   * Number of transactions to skip. At least 0.
   *
   * @defaultValue `0`
   */
  offset?: number | undefined;
  /** Filter by transaction type. */
  type?: 'credit' | 'usage' | 'refund' | 'adjustment' | undefined;
}

/** Parameters of `getUsage`: Get a summary of inference usage. */
export interface UsageParams {
  /**
   * First day of the range, as `YYYY-MM-DD`. A date, `YYYY-MM-DD`.
   *
   * A `Date` is sent as its day in the local time zone.
   */
  from?: string | Date | undefined;
  /**
   * Last day of the range, as `YYYY-MM-DD`. Whether that day is included is not documented. A date, `YYYY-MM-DD`.
   *
   * A `Date` is sent as its day in the local time zone.
   */
  to?: string | Date | undefined;
}
