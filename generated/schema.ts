// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

export interface paths {
  '/chat/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a chat completion
     * @description Creates a model response for a conversation. Compatible with OpenAI: an existing OpenAI client needs only a different base URL and API key.
     *
     *     The response is a single JSON object or, with streaming enabled, server-sent events that arrive while the model generates. Every request is billed per prompt and completion token, at the rate of the model; a retried request is billed again. Parameters that are not listed here are passed through to the provider of the model. Depending on the model, an unsupported parameter is ignored or rejected with status code 422.
     */
    post: operations['createChatCompletion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/images/generations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Generate or edit an image
     * @description Generates images from a prompt, or edits an image that the request contains; there is no separate operation for editing. The response is sent when the images are ready. Billed at the rate of the model, usually per image.
     *
     *     Which parameters apply, and which field takes the input image, depends on the model. Parameters that are not listed here are passed through; unsupported parameters are ignored or rejected with status code 422.
     */
    post: operations['createImage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/videos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a video generation job
     * @description Queues a job that generates a video from a prompt, an image or both, and returns immediately. Poll the status of the job every 5 to 10 seconds until it is completed or failed, which takes from half a minute to several minutes. Then download the file.
     *
     *     Each accepted request starts a new job, which is billed. There is no operation to cancel or list jobs: store the id. The success status code is not documented; treat any 2xx as accepted.
     */
    post: operations['createVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/videos/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the status of a video job
     * @description Retrieves the status of a video job. `completed` and `failed` are final; a failed job has no documented field for the reason. Poll every 5 to 10 seconds.
     */
    get: operations['getVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/videos/{id}/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a finished video
     * @description Downloads the video file of a completed job as MP4. Until the job is completed the status code is 404, the same as for an unknown id; check the status first to distinguish the two.
     */
    get: operations['downloadVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audio/speech': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn text into speech
     * @description Generates speech from text. The response body is the binary audio, without a JSON wrapper. Billed at the rate of the model. Parameters that are not listed here are passed through to the provider of the model.
     */
    post: operations['createSpeech'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audio/transcriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn speech into text
     * @description Transcribes an audio file. The response is JSON by default; for plain text and subtitles it is text, and the content type says which. Billed at the rate of the model, usually by audio duration. Documented input formats are mp3, wav, m4a, flac, ogg, webm and mp4; no size limit is documented.
     */
    post: operations['createTranscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/embeddings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create embeddings
     * @description Creates an embedding for one or more input texts, for search, clustering and retrieval. Embeddings are returned in the order of the input. Billed per token, at the rate of the model. Embeddings of different models cannot be compared.
     */
    post: operations['createEmbedding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List models
     * @description Lists the available inference models: the ids that the other operations accept, their output types and their prices. The response contains all models, without pagination. Current rates are also published, without authentication, at https://www.runcrate.ai/api/models/catalog.
     */
    get: operations['listModels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/instances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List instances
     * @description Lists the instances of one environment. The response contains all of them, without pagination. Terminated instances are no longer listed.
     */
    get: operations['listInstances'];
    put?: never;
    /**
     * Create an instance
     * @description Creates a GPU instance and returns before it is ready: poll its status until it is running and has an IP address. Credits are charged by the second, at the hourly rate of the instance type, until the instance is terminated.
     *
     *     Select the hardware by GPU model, and the server picks the cheapest available configuration, or by the id of an instance type. An instance type that is out of stock fails with status code 500 and a message that contains "no longer available". Do not retry this request without a check: the lost response of an earlier request may have created an instance, so list the instances first.
     */
    post: operations['createInstance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/instances/types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List instance types
     * @description Lists the available instance types with their hourly prices. Availability is not guaranteed: creating an instance of a listed type can still be rejected.
     */
    get: operations['listInstanceTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/instances/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get an instance
     * @description Retrieves an instance with all its fields. To wait for an instance to start, poll the status operation, which returns less.
     */
    get: operations['getInstance'];
    put?: never;
    post?: never;
    /**
     * Terminate an instance
     * @description Terminates the instance and deletes its local disk. This cannot be undone. Attached storage volumes are kept and are still billed.
     */
    delete: operations['terminateInstance'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/instances/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the live status of an instance
     * @description Retrieves the current state of an instance and, once assigned, its IP address. The instance accepts SSH connections when its status is `running` or `deployed` and its IP address is not empty; the status alone is not sufficient.
     */
    get: operations['getInstanceStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/environments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List environments
     * @description Lists the environments of the workspace, including the default one. The response contains all of them, without pagination.
     */
    get: operations['listEnvironments'];
    put?: never;
    /**
     * Create an environment
     * @description Creates an empty environment in the workspace. Other operations reference an environment by its name, not by its id.
     */
    post: operations['createEnvironment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/environments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get an environment
     * @description Retrieves an environment by id. To find an environment by name, list the environments.
     */
    get: operations['getEnvironment'];
    put?: never;
    post?: never;
    /**
     * Delete an environment
     * @description Deletes an environment permanently. What happens to instances and volumes that still belong to it is not documented: terminate and delete them first.
     */
    delete: operations['deleteEnvironment'];
    options?: never;
    head?: never;
    /**
     * Rename an environment or set it as default
     * @description Updates the given fields; omitted fields keep their values. Both changes affect running programs: a program that uses the old name no longer finds the environment, and requests without an environment use the new default.
     */
    patch: operations['updateEnvironment'];
    trace?: never;
  };
  '/ssh-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List SSH keys
     * @description Lists the SSH keys of the workspace, for all environments. The response contains all of them, without pagination and without the public keys.
     */
    get: operations['listSshKeys'];
    put?: never;
    /**
     * Add an SSH key
     * @description Registers a public key that new instances can use. Send only the public key. A key that is already registered is rejected with status code 409.
     */
    post: operations['createSshKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ssh-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete an SSH key
     * @description Removes an SSH key from the workspace permanently. Whether running instances still accept the key is not documented.
     */
    delete: operations['deleteSshKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/storage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List storage volumes
     * @description Lists the storage volumes of one environment. The response contains all of them, without pagination.
     */
    get: operations['listStorageVolumes'];
    put?: never;
    /**
     * Create a storage volume
     * @description Creates a storage volume that persists after an instance is terminated. The price is 0.03 USD per GB and month, billed weekly in advance; the first week is billed immediately. The workspace must have a storage provider, which is selected in the dashboard and cannot be set here.
     */
    post: operations['createStorageVolume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/storage/regions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List storage regions
     * @description Lists the regions in which the storage provider of the workspace can create volumes. Creating a volume takes the name of a region; responses may contain its id instead.
     */
    get: operations['listStorageRegions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/storage/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a storage volume
     * @description Retrieves a storage volume, with its size and the instance that it is attached to.
     */
    get: operations['getStorageVolume'];
    put?: never;
    post?: never;
    /**
     * Delete a storage volume
     * @description Deletes a storage volume and all its data. This cannot be undone. Days of the current week that were billed in advance and not used are refunded as credits. A response without a body is also a success.
     */
    delete: operations['deleteStorageVolume'];
    options?: never;
    head?: never;
    /**
     * Resize a storage volume
     * @description Increases the size of a storage volume. Volumes cannot shrink, so this cannot be undone. The added size is billed at the same rate.
     */
    patch: operations['resizeStorageVolume'];
    trace?: never;
  };
  '/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List templates
     * @description Lists instance templates, one page per request. Creating an instance is known to accept only the ids `ubuntu-devbox`, `ubuntu-train`, `ubuntu-inference` and `ubuntu-cuda-devel`; other template ids may be rejected.
     */
    get: operations['listTemplates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/billing/balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the credit balance
     * @description Retrieves the remaining credits of the workspace, and the usage of running resources that is not charged yet. One credit is one USD.
     */
    get: operations['getBalance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/billing/transactions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List transactions
     * @description Lists deposits, charges, refunds and adjustments of the workspace, one page per request. Increase the offset to get the next page: no operation is known to accept the cursor of the response. Charges are negative, deposits positive.
     */
    get: operations['listTransactions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/billing/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a summary of inference usage
     * @description Summarizes inference requests, tokens and cost over a date range. Instances and storage are not included; their charges are in the transactions. The default date range is not documented.
     */
    get: operations['getUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description Parameters of a chat completion. Fields that are not listed are passed through to the provider of the model unchanged. */
    ChatCompletionRequest: {
      /**
       * @description Id of the model, from the list of models, for example `deepseek-ai/DeepSeek-V3`.
       * @example deepseek-ai/DeepSeek-V3
       */
      model: string;
      /** @description The conversation so far, oldest message first. */
      messages: components['schemas']['ChatMessage'][];
      /** @description Maximum number of tokens to generate. A completion that reaches the limit has the finish reason `length`. */
      max_tokens?: number;
      /** @description OpenAI-compatible. Maximum number of tokens to generate, reasoning tokens included. Takes the place of `max_tokens` for reasoning models. */
      max_completion_tokens?: number;
      /** @description Sampling temperature, from 0 (always the most likely token) to 2. An older page of the documentation gives 0.7 as default. */
      temperature?: number;
      /** @description Nucleus sampling: the cumulative probability of the tokens to sample from, from 0 to 1. Change this or the temperature, not both. An older page of the documentation gives 1 as default. */
      top_p?: number;
      /** @description One or more stop sequences. Generation ends at the first one; the completion does not include it. */
      stop?: string | string[];
      /** @description From -2 to 2. Positive values penalize tokens by how often they have occurred. */
      frequency_penalty?: number;
      /** @description From -2 to 2. Positive values penalize tokens that have already occurred. */
      presence_penalty?: number;
      /** @description OpenAI-compatible. Token id to a bias from -100 to 100, which is added to the token's logit before sampling. Keys are sent unchanged. */
      logit_bias?: {
        [key: string]: number;
      };
      /** @description OpenAI-compatible. Whether to return the log probabilities of the output tokens. */
      logprobs?: boolean;
      /** @description OpenAI-compatible. Number of most likely tokens to return at each position, with their log probabilities. Requires `logprobs`. */
      top_logprobs?: number;
      /** @description OpenAI-compatible. Number of choices to generate. The tokens of all of them are billed. */
      n?: number;
      /** @description Seed for reproducible output, where the model supports it. */
      seed?: number;
      /** @description OpenAI-compatible. How much a reasoning model thinks before it answers. Lower effort is faster and uses fewer tokens. */
      reasoning_effort?: string;
      /** @description OpenAI-compatible. Processing tier that serves the request. */
      service_tier?: string;
      /** @description OpenAI-compatible. Types of output to generate, for models that generate more than text. */
      modalities?: string[];
      /** @description OpenAI-compatible. Voice and format of audio output, with `audio` among the `modalities`. Sent unchanged. */
      audio?: {
        [key: string]: unknown;
      };
      /** @description OpenAI-compatible. Key-value pairs to attach to the completion. Keys are sent unchanged. */
      metadata?: {
        [key: string]: unknown;
      };
      /** @description OpenAI-compatible. Stable identifier of your end user. */
      user?: string;
      /**
       * @description Whether to stream the completion as server-sent events while the model generates it.
       * @default false
       */
      stream?: boolean;
      /** @description Options for the streamed response. */
      stream_options?: components['schemas']['ChatStreamOptions'];
      /** @description Functions that the model may call. */
      tools?: components['schemas']['ChatTool'][];
      /** @description Whether the model calls tools: `auto` lets the model decide, `none` disables tool calls, `required` forces at least one. An object forces the named function. */
      tool_choice?: string | components['schemas']['ChatToolChoice'];
      /** @description Whether the model may return several tool calls in one completion, where the model supports it. */
      parallel_tool_calls?: boolean;
      /**
       * @deprecated
       * @description OpenAI-compatible. Functions that the model may call. Replaced by `tools`.
       */
      functions?: components['schemas']['ChatFunction'][];
      /**
       * @deprecated
       * @description OpenAI-compatible. Whether the model calls one of `functions`: `auto`, `none`, or an object that names it. Replaced by `tool_choice`.
       */
      function_call?: string | components['schemas']['ChatToolChoiceFunction'];
      /** @description Format of the completion, for example JSON. */
      response_format?: components['schemas']['ChatResponseFormat'];
    } & {
      [key: string]: unknown;
    };
    /** @description One message of a conversation, from a request or a response. */
    ChatMessage: {
      /**
       * @description Role of the author. `system` instructs the model, as does `developer` where the model supports it; `tool` contains the result of a tool call, `function` that of a function call.
       * @enum {string}
       */
      role: 'developer' | 'system' | 'user' | 'assistant' | 'tool' | 'function';
      /** @description A string, or a list of text and image parts. Null or absent in an assistant message that only has tool calls. */
      content?: string | components['schemas']['ChatContentPart'][] | null;
      /** @description Distinguishes participants with the same role. */
      name?: string;
      /** @description Reasoning of the model, separate from the content. Not every reasoning model returns it. */
      reasoning_content?: string | null;
      /** @description Tool calls of the assistant. Respond to each with a message of role `tool`. */
      tool_calls?: components['schemas']['ChatToolCall'][];
      /** @description In a message of role `tool`: the id of the tool call that this is the result of. */
      tool_call_id?: string;
      /** @description OpenAI-compatible. The refusal, where the model declines to answer. */
      refusal?: string | null;
      /** @description OpenAI-compatible. Annotations of the content, such as the sources of a web search. */
      annotations?: components['schemas']['ChatAnnotation'][];
      /** @description OpenAI-compatible. The audio output, where the request asked for it. */
      audio?: components['schemas']['ChatAudio'] | null;
      /**
       * @deprecated
       * @description OpenAI-compatible. The function to call, where the request has `functions`. Replaced by `tool_calls`.
       */
      function_call?: components['schemas']['ChatToolCallFunction'] | null;
    } & {
      [key: string]: unknown;
    };
    /** @description A message generated by the model. Pass it unchanged in the messages of the next request. */
    ChatCompletionMessage: {
      /**
       * @description Role of the author: `assistant`.
       * @enum {string}
       */
      role: 'system' | 'user' | 'assistant' | 'tool';
      /** @description Text of the message. Null or absent if the message only has tool calls. */
      content?: string | null;
      /** @description Reasoning of the model, separate from the content. Not every reasoning model returns it. */
      reasoning_content?: string | null;
      /** @description Tool calls of the assistant. Respond to each with a message of role `tool`. */
      tool_calls?: components['schemas']['ChatToolCall'][];
      /** @description OpenAI-compatible. The refusal, where the model declines to answer. */
      refusal?: string | null;
      /** @description OpenAI-compatible. Annotations of the content, such as the sources of a web search. */
      annotations?: components['schemas']['ChatAnnotation'][];
      /** @description OpenAI-compatible. The audio output, where the request asked for it. */
      audio?: components['schemas']['ChatAudio'] | null;
      /**
       * @deprecated
       * @description OpenAI-compatible. The function to call, where the request has `functions`. Replaced by `tool_calls`.
       */
      function_call?: components['schemas']['ChatToolCallFunction'] | null;
    } & {
      [key: string]: unknown;
    };
    /** @description A part of the message content: text or an image. */
    ChatContentPart: {
      /** @description Type of the part; determines which other field is set. */
      type: string;
      /** @description The text, in a part of type `text`. */
      text?: string;
      /** @description The image, in a part of type `image_url`. */
      image_url?: components['schemas']['ChatImageUrl'];
    } & {
      [key: string]: unknown;
    };
    /** @description An image for a vision model, in a part of type `image_url`. */
    ChatImageUrl: {
      /**
       * @description URL of the image: an http(s) URL, or a data URI with the image in base64.
       * @example https://example.com/cafe-door.jpg
       */
      url: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A tool that the model may call. */
    ChatTool: {
      /** @description Type of the tool. Only functions are documented. */
      type: string;
      /** @description The function, in a tool of type `function`. */
      function?: components['schemas']['ChatFunction'];
    } & {
      [key: string]: unknown;
    };
    /** @description A function that the model may call and the caller runs. */
    ChatFunction: {
      /** @description Name of the function. */
      name: string;
      /** @description What the function does and when to call it; the model uses this to decide. */
      description?: string;
      /** @description JSON Schema of the function's arguments. Passed through unchanged. */
      parameters?: {
        [key: string]: unknown;
      };
      /** @description Whether the arguments must match the schema exactly, where the model supports it. */
      strict?: boolean;
    };
    /** @description Forces the model to call a specific function. */
    ChatToolChoice: {
      /** @description Type of the tool. Only functions are documented. */
      type: string;
      /** @description The function to call. */
      function?: components['schemas']['ChatToolChoiceFunction'];
    } & {
      [key: string]: unknown;
    };
    /** @description Reference to the function to call. */
    ChatToolChoiceFunction: {
      /** @description Name of one of the tools in the request. */
      name: string;
    };
    /** @description A tool call generated by the model. */
    ChatToolCall: {
      /** @description Id of the tool call; the message with the result must contain it. */
      id: string;
      /** @description Type of the tool. Only functions are documented. */
      type?: string;
      /** @description The function to run and its arguments. */
      function: components['schemas']['ChatToolCallFunction'];
    };
    /** @description A function call generated by the model. */
    ChatToolCallFunction: {
      /** @description Name of one of the tools in the request. */
      name: string;
      /** @description The arguments as a JSON string. Generated by the model: parse and validate them before use. */
      arguments: string;
    };
    /** @description Options for the streamed response. Valid only if streaming is enabled. */
    ChatStreamOptions: {
      /** @description Whether the last chunk, which has no choices, contains the token usage of the whole request. */
      include_usage?: boolean;
    } & {
      [key: string]: unknown;
    };
    /** @description Format of the completion. */
    ChatResponseFormat: {
      /** @description `text` for any text, `json_object` for any valid JSON object, `json_schema` for JSON that matches a schema. Not every model supports all of them. */
      type: string;
      /** @description The JSON Schema, for type `json_schema`. */
      json_schema?: components['schemas']['ChatJsonSchema'];
    } & {
      [key: string]: unknown;
    };
    /** @description JSON Schema of the completion, for the response format `json_schema`. */
    ChatJsonSchema: {
      /** @description Name of the schema. The model can read it. */
      name: string;
      /** @description What the completion contains. The model can read it. */
      description?: string;
      /** @description The JSON Schema itself. Passed through unchanged. */
      schema?: {
        [key: string]: unknown;
      };
      /** @description Whether the completion must match the schema exactly, where the model supports it. */
      strict?: boolean;
    };
    /** @description A complete chat completion. */
    ChatCompletionResponse: {
      /** @description Id of the completion. */
      id?: string;
      /**
       * @description Object type.
       * @enum {string}
       */
      object?: 'chat.completion';
      /** @description Unix timestamp of the creation, in seconds. */
      created?: number;
      /** @description Id of the model that generated the completion. */
      model?: string;
      /** @description The completions; one, unless the request sets a higher number. */
      choices: components['schemas']['ChatChoice'][];
      /** @description Token usage of the request. */
      usage?: components['schemas']['ChatUsage'];
      /** @description OpenAI-compatible. Processing tier that served the request. */
      service_tier?: string | null;
      /** @description OpenAI-compatible. Identifies the configuration of the backend that the model runs with. */
      system_fingerprint?: string | null;
    };
    /** @description One completion of the model. */
    ChatChoice: {
      /** @description Index of the choice, starting at 0. */
      index?: number;
      /** @description The message of the assistant, with its content or tool calls. */
      message: components['schemas']['ChatCompletionMessage'];
      /**
       * @description Why generation ended: `stop` is a natural end or a stop sequence, `length` the token limit, `tool_calls` a tool call for the caller to run (`function_call` where the request has `functions`), `content_filter` content that was withheld.
       * @enum {string}
       */
      finish_reason?: 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter';
      /** @description OpenAI-compatible. Log probabilities of the tokens, where the request asked for them. */
      logprobs?: components['schemas']['ChatLogprobs'] | null;
    };
    /** @description Token usage of one chat completion, which determines its price. */
    ChatUsage: {
      /** @description Number of tokens in the prompt. */
      prompt_tokens?: number;
      /** @description Number of generated tokens. */
      completion_tokens?: number;
      /** @description Prompt and completion tokens together. */
      total_tokens?: number;
      /** @description OpenAI-compatible. Breakdown of the tokens of the prompt. */
      prompt_tokens_details?: components['schemas']['ChatPromptTokensDetails'] | null;
      /** @description OpenAI-compatible. Breakdown of the tokens of the completion. */
      completion_tokens_details?: components['schemas']['ChatCompletionTokensDetails'] | null;
    };
    /** @description OpenAI-compatible. Breakdown of the tokens of a prompt. */
    ChatPromptTokensDetails: {
      /** @description OpenAI-compatible. Tokens that were read from a cache. */
      cached_tokens?: number | null;
      /** @description OpenAI-compatible. Tokens of audio input. */
      audio_tokens?: number | null;
    };
    /** @description OpenAI-compatible. Breakdown of the tokens of a completion. */
    ChatCompletionTokensDetails: {
      /** @description OpenAI-compatible. Tokens that the model thought with. */
      reasoning_tokens?: number | null;
      /** @description OpenAI-compatible. Tokens of audio output. */
      audio_tokens?: number | null;
      /** @description OpenAI-compatible. Tokens of the prediction that appear in the completion. */
      accepted_prediction_tokens?: number | null;
      /** @description OpenAI-compatible. Tokens of the prediction that do not appear in the completion. Billed all the same. */
      rejected_prediction_tokens?: number | null;
    };
    /** @description OpenAI-compatible. Log probabilities of the tokens of one choice. */
    ChatLogprobs: {
      /** @description OpenAI-compatible. The tokens of the content. */
      content?: components['schemas']['ChatTokenLogprob'][] | null;
      /** @description OpenAI-compatible. The tokens of the refusal. */
      refusal?: components['schemas']['ChatTokenLogprob'][] | null;
    };
    /** @description OpenAI-compatible. A token with its log probability. */
    ChatTokenLogprob: {
      /** @description OpenAI-compatible. The token. */
      token: string;
      /** @description OpenAI-compatible. Log probability of the token; -9999.0 where it is not among the most likely ones. */
      logprob: number;
      /** @description OpenAI-compatible. The UTF-8 bytes of the token. A character may be split over several tokens. */
      bytes?: number[] | null;
      /** @description OpenAI-compatible. The most likely tokens at this position. */
      top_logprobs?: components['schemas']['ChatTopLogprob'][];
    };
    /** @description OpenAI-compatible. One of the most likely tokens at a position. */
    ChatTopLogprob: {
      /** @description OpenAI-compatible. The token. */
      token: string;
      /** @description OpenAI-compatible. Log probability of the token. */
      logprob: number;
      /** @description OpenAI-compatible. The UTF-8 bytes of the token. */
      bytes?: number[] | null;
    };
    /** @description OpenAI-compatible. An annotation of the content. */
    ChatAnnotation: {
      /** @description OpenAI-compatible. Kind of annotation. */
      type?: string;
      /** @description OpenAI-compatible. The source, in an annotation of the type `url_citation`. */
      url_citation?: components['schemas']['ChatUrlCitation'];
    } & {
      [key: string]: unknown;
    };
    /** @description OpenAI-compatible. A web page that the content refers to. */
    ChatUrlCitation: {
      /** @description OpenAI-compatible. URL of the page. */
      url?: string;
      /** @description OpenAI-compatible. Title of the page. */
      title?: string;
      /** @description OpenAI-compatible. Where the citation starts in the content, in characters. */
      start_index?: number;
      /** @description OpenAI-compatible. Where the citation ends in the content, in characters. */
      end_index?: number;
    } & {
      [key: string]: unknown;
    };
    /** @description OpenAI-compatible. Audio output of a model. In a request, the `id` stands for the whole. */
    ChatAudio: {
      /** @description OpenAI-compatible. Id of the audio output. */
      id?: string;
      /** @description OpenAI-compatible. The audio in base64, in the format of the request. */
      data?: string;
      /** @description OpenAI-compatible. What is said. */
      transcript?: string;
      /** @description OpenAI-compatible. When the server forgets the id, in seconds since 1970. */
      expires_at?: number;
    } & {
      [key: string]: unknown;
    };
    /** @description A chunk of a streamed chat completion: the data of one event. */
    ChatCompletionChunk: {
      /** @description Id of the completion, the same in all chunks. */
      id?: string;
      /** @description Object type. */
      object?: string;
      /** @description Unix timestamp of the creation, in seconds. */
      created?: number;
      /** @description Id of the model that generates the completion. */
      model?: string;
      /** @description The deltas of each choice. Empty in a chunk that only contains the token usage. */
      choices: components['schemas']['ChatChunkChoice'][];
      /** @description Token usage of the whole request, only in the last chunk, and only if the stream options request it. */
      usage?: components['schemas']['ChatUsage'] | null;
      /** @description OpenAI-compatible. Processing tier that served the request. */
      service_tier?: string | null;
      /** @description OpenAI-compatible. Identifies the configuration of the backend that the model runs with. */
      system_fingerprint?: string | null;
    };
    /** @description The delta of one choice. */
    ChatChunkChoice: {
      /** @description Index of the choice, starting at 0. */
      index?: number;
      /** @description The delta of the message. */
      delta: components['schemas']['ChatDelta'];
      /**
       * @description Why generation ended; null until it ends. The values are those of a complete chat completion.
       * @enum {string|null}
       */
      finish_reason?: 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter' | null;
      /** @description OpenAI-compatible. Log probabilities of the new tokens, where the request asked for them. */
      logprobs?: components['schemas']['ChatLogprobs'] | null;
    };
    /** @description The delta of a message. Concatenate the content of all chunks to get the whole message. */
    ChatDelta: {
      /**
       * @description Role of the author. Usually only in the first chunk.
       * @enum {string}
       */
      role?: 'system' | 'user' | 'assistant' | 'tool';
      /** @description Text to append to the content. */
      content?: string | null;
      /** @description Text to append to the reasoning, which precedes the content. */
      reasoning_content?: string | null;
      /** @description Fragments of tool calls, to be merged by index. */
      tool_calls?: components['schemas']['ChatToolCallDelta'][];
      /** @description OpenAI-compatible. Text to add to the refusal. */
      refusal?: string | null;
      /** @description OpenAI-compatible. Annotations to add to those of the content. */
      annotations?: components['schemas']['ChatAnnotation'][];
      /** @description OpenAI-compatible. The new part of the audio output. `data` and `transcript` are to be joined. */
      audio?: components['schemas']['ChatAudio'] | null;
      /**
       * @deprecated
       * @description OpenAI-compatible. The new part of the function call.
       */
      function_call?: components['schemas']['ChatToolCallFunctionDelta'] | null;
    };
    /** @description A fragment of a tool call. */
    ChatToolCallDelta: {
      /** @description Index of the tool call, starting at 0. */
      index?: number;
      /** @description Id of the tool call. Usually only in its first fragment. */
      id?: string;
      /** @description Type of the tool. Only functions are documented. */
      type?: string;
      /** @description The delta of its function. */
      function?: components['schemas']['ChatToolCallFunctionDelta'];
    };
    /** @description The delta of the function of a tool call. */
    ChatToolCallFunctionDelta: {
      /** @description Name of the function. Usually only in the first fragment. */
      name?: string;
      /** @description Text to append to the arguments. The fragments are valid JSON only when concatenated. */
      arguments?: string;
    };
    /** @description Parameters of an image generation. Fields that are not listed are passed through to the provider of the model unchanged. */
    ImageGenerationRequest: {
      /**
       * @description Id of an image model, for example `black-forest-labs/FLUX.1-schnell`.
       * @example black-forest-labs/FLUX.1-schnell
       */
      model: string;
      /** @description Description of the image, or of the edit to the input image. */
      prompt: string;
      /** @description Width in pixels, from 256 to 2048. */
      width?: number;
      /** @description Height in pixels, from 256 to 2048. */
      height?: number;
      /**
       * @description Aspect ratio, width to height, for models without pixel sizes. Documented values are 1:1, 16:9, 9:16, 4:3 and 3:2.
       * @example 16:9
       */
      aspect_ratio?: string;
      /**
       * @description Width and height in one string, as in the OpenAI API. For models that expect this format.
       * @example 1024x1024
       */
      size?: string;
      /** @description Number of images, as in the OpenAI API. Not every model generates more than one. */
      n?: number;
      /** @description Number of denoising steps, from 1 to 100. More steps take longer and add detail; fast models need about 4. */
      num_inference_steps?: number;
      /** @description How closely the image follows the prompt. The useful range depends on the model. */
      guidance?: number;
      /**
       * @description `url` for a link that expires, `b64_json` for the image in base64.
       * @default url
       * @enum {string}
       */
      response_format?: 'url' | 'b64_json';
      /** @description Seed for reproducible output, where the model supports it. */
      seed?: number;
      /** @description What the image must not show, for models that support it. */
      negative_prompt?: string;
      /** @description Input image, for most models that edit or transform an image. An http(s) URL, a data URI or a base64 string. */
      image?: string;
      /** @description Input image to edit, for FLUX Kontext. An http(s) URL, a data URI or a base64 string. */
      input_image?: string;
      /** @description Input images to combine, for models that accept several; FLUX.2 Pro accepts up to 8. Each is an http(s) URL, a data URI or a base64 string. */
      input_images?: string[];
      /** @description Input image to start from, for models that use this field. An http(s) URL, a data URI or a base64 string. */
      start_image?: string;
      /** @description Mask image that marks the area to edit, for inpainting models. An http(s) URL, a data URI or a base64 string. */
      mask?: string;
      /** @description Control image that guides the composition, such as edges or depth, for ControlNet models. Required by FLUX Canny. An http(s) URL, a data URI or a base64 string. */
      control_image?: string;
      /**
       * @description Weight of the control image, for ControlNet models.
       * @example 0.8
       */
      strength?: number;
      /** @description How much the prompt may change the input image, for FLUX Dev and Krea. */
      prompt_strength?: number;
    } & {
      [key: string]: unknown;
    };
    /** @description The generated images. */
    ImageGenerationResponse: {
      /** @description Unix timestamp of the creation, in seconds. */
      created?: number;
      /** @description The images; one, unless the request sets a higher number. */
      data: components['schemas']['ImageData'][];
    };
    /** @description One image, as a URL or in base64. */
    ImageData: {
      /** @description URL of the image. The link expires, so download the image soon. May be a data URI. */
      url?: string | null;
      /** @description The image in base64, if the request asks for that format. */
      b64_json?: string | null;
      /** @description The prompt as rewritten by the model, if it rewrites prompts. */
      revised_prompt?: string | null;
    };
    /** @description Parameters of a video generation. Fields that are not listed are passed through to the provider of the model unchanged. */
    VideoGenerationRequest: {
      /**
       * @description Id of a video model, for example `google/veo-3.0`.
       * @example google/veo-3.0
       */
      model: string;
      /** @description Description of the video. */
      prompt: string;
      /**
       * @description Duration in seconds. Models accept only certain values: Sora 2 accepts 4, 8 or 12, Veo 3.0 4, 6 or 8, Kling v3 3 to 15. All known clients use this field; set either this field or the other spelling, not both.
       * @example 8
       */
      duration?: number;
      /** @description Duration in whole seconds, under the name in the API reference. Which of the two fields a model uses is not documented; prefer the other one. */
      duration_seconds?: number;
      /**
       * @description Aspect ratio, width to height. Documented values are 16:9, 9:16 and 1:1.
       * @example 16:9
       */
      aspect_ratio?: string;
      /** @description Width in pixels, for models with pixel sizes. */
      width?: number;
      /** @description Height in pixels, for models with pixel sizes. */
      height?: number;
      /** @description Seed for reproducible output, where the model supports it. */
      seed?: number;
      /** @description What the video must not show, for models that support it. */
      negative_prompt?: string;
      /**
       * Format: uri
       * @description URL of the first frame, under the name in the API reference. Other pages use one of the fields below; which one applies depends on the model.
       */
      image_url?: string;
      /** @description Input image to animate. An http(s) URL, a data URI or a base64 string. */
      image?: string;
      /** @description Input image, for models that use this field. An http(s) URL, a data URI or a base64 string. */
      input_image?: string;
      /** @description Input images, for models that accept several. Each is an http(s) URL, a data URI or a base64 string. */
      input_images?: string[];
      /** @description First frame, for models that use this field. An http(s) URL, a data URI or a base64 string. */
      start_image?: string;
      /** @description Mask image that marks the area to edit, for inpainting models. An http(s) URL, a data URI or a base64 string. */
      mask?: string;
      /** @description Control image that guides the composition, for models that use this field. An http(s) URL, a data URI or a base64 string. */
      control_image?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A video generation job. It may have fields that are not listed here. */
    VideoJob: {
      /**
       * @description Id of the job. Jobs cannot be listed: store the id.
       * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
       */
      id: string;
      /**
       * @description Status of the job. `completed` and `failed` are final.
       * @enum {string}
       */
      status: 'queued' | 'processing' | 'completed' | 'failed';
    };
    /** @description Parameters of a speech request. Fields that are not listed are passed through to the provider of the model unchanged. */
    SpeechRequest: {
      /**
       * @description Id of a speech model, for example `hexgrad/Kokoro-82M`.
       * @example hexgrad/Kokoro-82M
       */
      model: string;
      /** @description Text to convert to speech. The maximum length depends on the model. */
      input: string;
      /**
       * @description Voice to use. The available voices depend on the model.
       * @example af_heart
       */
      voice?: string;
      /**
       * @description Audio format: `mp3`, or `pcm` for raw samples. Other formats are not documented.
       * @default mp3
       */
      response_format?: string;
      /**
       * @description Speed of the speech, where 1 is normal, for models that support it.
       * @example 1.5
       */
      speed?: number;
      /**
       * @description Language of the text, for models that require it.
       * @example en
       */
      language?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Parameters of a transcription. Fields that are not listed are passed through to the provider of the model unchanged. */
    TranscriptionRequest: {
      /**
       * Format: binary
       * @description The audio file. Its filename must have an extension that matches the format.
       */
      file: Blob;
      /**
       * @description Id of a transcription model, for example `openai/whisper-large-v3`.
       * @example openai/whisper-large-v3
       */
      model: string;
      /**
       * @description Spoken language, as a two-letter code (ISO 639-1). Optional hint: if omitted, the model detects the language.
       * @example en
       */
      language?: string;
      /**
       * @description Response format: `json` for text with timestamps, `text` for plain text, `srt` or `vtt` for subtitles.
       * @default json
       */
      response_format?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description The transcription of an audio file. */
    Transcription: {
      /** @description The complete text. Contains the whole response body for the formats text, SRT and VTT. */
      text: string;
      /** @description Duration of the audio in seconds. */
      duration?: number;
      /** @description Detected language. */
      language?: string;
      /** @description Segments of the text with timestamps, if the model returns them. */
      segments?: components['schemas']['TranscriptionSegment'][];
    };
    /** @description A segment of a transcription. Its fields depend on the model. */
    TranscriptionSegment: {
      /** @description Start of the segment, in seconds from the start of the audio. */
      start?: number;
      /** @description End of the segment, in seconds from the start of the audio. */
      end?: number;
      /** @description Text of the segment. */
      text?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Parameters of an embedding request. Fields that are not listed are passed through to the provider of the model unchanged. */
    EmbeddingRequest: {
      /**
       * @description Id of an embedding model, for example `BAAI/bge-large-en-v1.5`.
       * @example BAAI/bge-large-en-v1.5
       */
      model: string;
      /** @description One text, or a list of texts to embed in one request. */
      input: string | string[];
      /**
       * @description `float` for arrays of numbers, `base64` for packed vectors.
       * @default float
       * @enum {string}
       */
      encoding_format?: 'float' | 'base64';
      /** @description Length of the vectors, for models that can shorten them. */
      dimensions?: number;
      /** @description Your id of the end user, as in the OpenAI API. */
      user?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description The embeddings of the input texts. */
    EmbeddingResponse: {
      /**
       * @description Object type.
       * @enum {string}
       */
      object?: 'list';
      /** @description One embedding for each input text, in the order of the input. */
      data: components['schemas']['Embedding'][];
      /** @description Id of the model that created the embeddings. */
      model?: string;
      /** @description Token usage of the request. */
      usage?: components['schemas']['EmbeddingUsage'];
    };
    /** @description The embedding of one input text. */
    Embedding: {
      /** @description Object type. */
      object?: string;
      /** @description Index of the input text, starting at 0. */
      index: number;
      /** @description The vector as numbers, or as a base64 string if the request asks for that format. */
      embedding: number[] | string;
    };
    /** @description Token usage of one embedding request, which determines its price. */
    EmbeddingUsage: {
      /** @description Number of tokens in all input texts. */
      prompt_tokens?: number;
      /** @description Total number of tokens; embeddings have no completion tokens. */
      total_tokens?: number;
    };
    /** @description The model catalogue. */
    ModelList: {
      /** @description Object type, if the server returns it. */
      object?: string;
      /** @description All models. */
      data: components['schemas']['Model'][];
    };
    /** @description An inference model. All fields except the id depend on the model. */
    Model: {
      /**
       * @description Id of the model; other operations accept it.
       * @example deepseek-ai/DeepSeek-V3
       */
      id: string;
      /** @description Display name. */
      name?: string | null;
      /** @description What the model is for. */
      description?: string | null;
      /** @description Unix timestamp of when the model was added, in seconds. */
      created?: number | null;
      /** @description Maximum number of tokens in prompt and completion together. */
      context_length?: number | null;
      /** @description Maximum number of tokens in a completion. */
      max_output_length?: number | null;
      /**
       * @description Output type of the model. Known values are text, image, video and audio.
       * @example [
       *       "text"
       *     ]
       */
      output_modalities?: string[];
      /** @description Prices of the model. */
      pricing?: components['schemas']['ModelPricing'];
    };
    /** @description Prices of a model, in USD. Amounts are numbers or numeric strings. The unit of an amount is not documented, so compare it with the published catalogue before you calculate costs. */
    ModelPricing: {
      /**
       * Format: decimal
       * @description Price of the input.
       */
      prompt?: number | string | null;
      /**
       * Format: decimal
       * @description Price of the output.
       */
      completion?: number | string | null;
      /**
       * Format: decimal
       * @description Price of cached input, where the provider has a cache.
       */
      input_cache_read?: number | string | null;
    };
    /** @description A GPU instance. Until it is provisioned, most fields can be null. */
    Instance: {
      /**
       * @description Id of the instance, a UUID.
       * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
       */
      id: string;
      /** @description Name of the instance, as set at creation. */
      name: string;
      /** @description Status of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it has ended, and the rest that it is in transition. Other values may exist; compare case-insensitively. */
      status: string;
      /** @description GPU model. Spellings vary, for example `A100` and `h100-sxm`. */
      gpu_type?: string | null;
      /** @description Number of GPUs. */
      gpu_count?: number | null;
      /** @description Number of CPU cores. */
      cpu_cores?: number | null;
      /** @description Memory in GB. */
      memory?: number | null;
      /** @description Local disk in GB. Deleted when the instance is terminated. */
      storage?: number | null;
      /** @description Region of the instance. */
      region?: string | null;
      /**
       * @description Public IP address. Empty or null until the instance is provisioned.
       * @example 203.0.113.24
       */
      ip?: string | null;
      /** @description Operating system image. */
      os_image?: string | null;
      /** @description Price in USD per hour, billed by the second. */
      cost_per_hour?: number | null;
      /**
       * Format: date-time
       * @description When the instance started.
       */
      deployed_at?: string | null;
      /**
       * Format: date-time
       * @description When the instance was created.
       * @example 2026-03-02T09:14:27.481920+00:00
       */
      created_at?: string | null;
      /**
       * Format: date-time
       * @description When the instance was last updated.
       */
      updated_at?: string | null;
    };
    /** @description Parameters of a new instance. Either a GPU model or an instance type is required; the server chooses all other omitted values. */
    InstanceCreateRequest: {
      /**
       * @description Display name. The documentation says that names of more than 64 characters are rejected.
       * @example training-run
       */
      name: string;
      /**
       * @description GPU model, for example `A100` or `h100-sxm`. The server picks the cheapest available configuration. Set either this or an instance type.
       * @example A100
       */
      gpu_type?: string;
      /**
       * @description Id from the list of instance types, for exactly that configuration. Set either this or a GPU model.
       * @example focused-neumann-a100-3615
       */
      instance_type_id?: string;
      /**
       * @description Region of the instance. If omitted, the server chooses one.
       * @example us-east-1
       */
      region?: string;
      /** @description Number of GPUs, at least 1. */
      gpu_count?: number;
      /** @description Number of CPU cores, at least 1. */
      cpu_cores?: number;
      /** @description Memory in GB, at least 1. */
      memory?: number;
      /** @description Local disk in GB, at least 1. Deleted when the instance is terminated. */
      storage?: number;
      /**
       * @description Template of the instance. Known values are `ubuntu-devbox`, which runs with or without a GPU, and `ubuntu-train`, `ubuntu-inference` and `ubuntu-cuda-devel`. Other ids from the list of templates may be rejected.
       * @example ubuntu-train
       */
      template?: string;
      /**
       * @description Id of the SSH key that has access to the instance.
       * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
       */
      ssh_key_id?: string;
      /** @description Environment variables of the instance. Their names are passed through unchanged. */
      env_vars?: components['schemas']['EnvironmentVariable'][];
      /**
       * @description Shell commands to run after the instance starts.
       * @example [
       *       "pip install torch"
       *     ]
       */
      startup_commands?: string[];
      /**
       * @description Id of a storage volume to attach; it is mounted at `/workspace`.
       * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
       */
      storage_id?: string;
      /** @description Script to run when the instance starts, as a plain string. */
      launch_script?: string;
      /** @description Script to run when the instance starts, in base64, for scripts with characters that a plain string may not preserve. */
      launch_script_base64?: string;
    };
    /** @description One environment variable. */
    EnvironmentVariable: {
      /**
       * @description Name of the variable, for example `HF_HOME`.
       * @example HF_HOME
       */
      key: string;
      /**
       * @description Value of the variable.
       * @example /workspace/huggingface
       */
      value: string;
    };
    /** @description The current status of an instance. It may have fields that are not listed here. */
    InstanceStatus: {
      /**
       * @description Id of the instance, a UUID.
       * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
       */
      id: string;
      /** @description Status of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it has ended, and the rest that it is in transition. Other values may exist; compare case-insensitively. */
      status: string;
      /**
       * @description Public IP address. Empty, null or absent until the instance is provisioned.
       * @example 203.0.113.24
       */
      ip?: string | null;
    };
    /** @description An instance type: a hardware configuration and its price. */
    InstanceType: {
      /**
       * @description Id of the instance type, for creating an instance.
       * @example focused-neumann-a100-3615
       */
      id: string;
      /** @description GPU model, or `CPU` for a type without a GPU. */
      gpu_type: string;
      /** @description Number of GPUs. */
      gpu_count: number;
      /** @description Number of CPU cores. */
      cpu_cores?: number | null;
      /** @description Memory in GB. May be fractional. */
      memory_gb?: number | null;
      /** @description Local disk in GB. May be fractional. */
      storage_gb?: number | null;
      /** @description Region of the instance type. */
      region?: string | null;
      /** @description How the hardware is provisioned. The values are not documented. */
      deployment_type?: string | null;
      /** @description Price in USD per hour, billed by the second. */
      hourly_rate: number;
    };
    /** @description A part of a workspace with its own instances and volumes, for example staging or production. */
    Environment: {
      /**
       * @description Id of the environment. Only the environment operations accept it; all others take the name.
       * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
       */
      id: string;
      /**
       * @description Name that other operations use to select the environment.
       * @example staging
       */
      name: string;
      /** @description Whether requests without an environment use this one. */
      is_default?: boolean;
      /**
       * Format: date-time
       * @description When the environment was created.
       */
      created_at?: string | null;
      /**
       * Format: date-time
       * @description When the environment was last updated.
       */
      updated_at?: string | null;
    };
    /** @description Parameters of a new environment. */
    EnvironmentCreateRequest: {
      /**
       * @description Name that other operations use to select the environment.
       * @example staging
       */
      name: string;
    };
    /** @description Fields of the environment to update. Omitted fields keep their values. */
    EnvironmentUpdateRequest: {
      /**
       * @description New name. Programs that use the old name must be updated.
       * @example preview
       */
      name?: string;
      /** @description `true` makes this the default environment, for all requests without one. */
      is_default?: boolean;
    };
    /** @description A public key for SSH access to instances. The public key itself is not returned. */
    SSHKey: {
      /**
       * @description Id of the SSH key, a UUID. Used when creating an instance.
       * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
       */
      id: string;
      /** @description Display name. */
      name: string;
      /** @description Fingerprint of the key, as printed by `ssh-keygen -l`. */
      fingerprint?: string | null;
      /** @description Algorithm of the key, for example `ed25519`. */
      type?: string | null;
      /**
       * Format: date-time
       * @description When the key was added.
       */
      createdAt?: string | null;
      /**
       * Format: date-time
       * @description When the key was last used; null if never.
       */
      lastUsed?: string | null;
      /** @description Id of the workspace of the key. Workspaces were formerly called projects. */
      projectId?: string | null;
    };
    /** @description Parameters of a new SSH key. */
    SSHKeyCreateRequest: {
      /**
       * @description Display name.
       * @example my-laptop
       */
      name: string;
      /**
       * Format: ssh-public-key
       * @description The public key in OpenSSH format: the one line of a `.pub` file. Never the private key.
       * @example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop
       */
      public_key: string;
      /**
       * @description Algorithm of the key, for example `ed25519`.
       * @example ed25519
       */
      type?: string;
    };
    /** @description A storage volume, which persists after an instance is terminated. The server is known to return these fields in both snake_case and camelCase, even for the same field; expect either. */
    StorageVolume: {
      /**
       * @description Id of the volume. Used when creating an instance.
       * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
       */
      id: string;
      /** @description Name of the volume, as set at creation. */
      name: string;
      /** @description Size in GB. */
      size_gb?: number | null;
      /** @description Status of the volume. Other values may exist. */
      status?: string | null;
      /** @description Region of the volume: its name, for example `us-east-1`, or its id, for example `137`. The server returns either; the list of regions has both. */
      region?: string | null;
      /** @description Storage provider, for example `aws-s3` or `wasabi`. */
      provider_type?: string | null;
      /** @description Id of the instance that the volume is attached to; null if not attached. */
      deployment_id?: string | null;
      /**
       * @description Mount path of the volume on the instance.
       * @example /workspace
       */
      mount_path?: string | null;
      /** @description Price in USD per hour. */
      cost_per_hour?: number | null;
      /** @description Id of the workspace of the volume. Workspaces were formerly called projects. */
      projectId?: string | null;
      /**
       * Format: date-time
       * @description When the volume was created.
       */
      createdAt?: string | null;
      /**
       * Format: date-time
       * @description When the volume was last updated.
       */
      updatedAt?: string | null;
    };
    /** @description Parameters of a new volume. */
    StorageVolumeCreateRequest: {
      /**
       * @description Display name.
       * @example datasets
       */
      name: string;
      /**
       * @description Size in GB. It can be increased later, but not decreased.
       * @example 100
       */
      size_gb: number;
      /**
       * @description Name of a storage region, for example `us-east-1`: the name, not the id.
       * @example us-east-1
       */
      region: string;
    };
    /** @description The new size of a volume. */
    StorageVolumeResizeRequest: {
      /**
       * @description New size in GB, larger than the current size.
       * @example 200
       */
      size_gb: number;
    };
    /** @description The result of deleting a volume. */
    StorageVolumeDeletion: {
      /** @description Human-readable confirmation. */
      message?: string;
      /**
       * @description Refund in USD, as credits, for unused days that were billed in advance.
       * @example 0.43
       */
      refund_amount?: number | null;
    };
    /** @description A region for storage volumes. */
    StorageRegion: {
      /**
       * @description Id of the region: a number as a string. Volumes may reference their region by it.
       * @example 137
       */
      id: string;
      /**
       * @description Name of the region, used when creating a volume.
       * @example us-east-1
       */
      name: string;
      /**
       * @description Storage provider, for example `aws-s3` or `wasabi`.
       * @example aws-s3
       */
      provider: string;
    };
    /** @description A preconfigured setup for an instance. */
    Template: {
      /** @description Id of the template. Creating an instance may not accept it. */
      id: string;
      /** @description Display name. */
      name: string;
      /** @description What the template contains. */
      description?: string | null;
      /** @description Category of the template, for example `ml`. */
      category?: string | null;
      /**
       * Format: date-time
       * @description When the template was published.
       */
      created_at?: string | null;
    };
    /** @description The credit balance of a workspace. One credit is one USD. */
    Balance: {
      /**
       * @description Remaining credits.
       * @example 142.37
       */
      creditsBalance: number;
      /**
       * @description Credits used by running resources and not charged yet.
       * @example 3.78
       */
      activeUsageCost?: number;
    };
    /** @description A credit transaction. */
    Transaction: {
      /** @description Id of the transaction. */
      id: string;
      /** @description Id of the workspace that was charged. Workspaces were formerly called projects. */
      projectId?: string | null;
      /**
       * @description `credit` is a deposit, `usage` a charge, `refund` returned credits, `adjustment` a correction.
       * @enum {string}
       */
      type: 'credit' | 'usage' | 'refund' | 'adjustment';
      /**
       * @description Amount in credits, which are USD. Charges are negative, deposits positive.
       * @example -1.89
       */
      amount: number;
      /** @description What the transaction was for. */
      description?: string | null;
      /**
       * Format: date-time
       * @description When the transaction was recorded.
       */
      createdAt?: string | null;
    };
    /** @description Inference usage in a date range. Instances and storage are not included. */
    UsageSummary: {
      /** @description Number of requests. */
      total_requests?: number;
      /** @description Number of input tokens. */
      total_prompt_tokens?: number;
      /** @description Number of output tokens. */
      total_completion_tokens?: number;
      /** @description Input and output tokens together. */
      total_tokens?: number;
      /** @description Cost in USD. */
      total_cost: number;
    };
    /** @description List metadata. Any or all of its fields may be missing. */
    ListMeta: {
      /** @description Cursor of the current position. No operation is known to accept it. */
      cursor?: string | null;
      /** @description Whether there are more items after this page. */
      hasMore?: boolean;
      /** @description Total number of matching items, not only of this page. */
      total?: number;
      /** @description Id of the request, for support. */
      requestId?: string;
    };
    /** @description The response body of an error. */
    Error: {
      /** @description The error. */
      error: components['schemas']['ErrorDetail'];
    };
    /** @description The error object. Infrastructure returns a code and sometimes details; inference may also return a type, as OpenAI does. */
    ErrorDetail: {
      /** @description Human-readable error message. */
      message: string;
      /** @description Machine-readable error code; compare case-insensitively. For example `validation_error`, `unauthorized`, `insufficient_credits`, `forbidden`, `not_found`, `conflict`, `rate_limited` or `internal_error`. */
      code?: string;
      /** @description Error type, for example `invalid_request_error`. Only from the inference server. */
      type?: string;
      /** @description Details of the error. Their structure depends on the error. */
      details?: {
        [key: string]: unknown;
      };
    };
  };
  responses: {
    /** @description The request is malformed, or a parameter is missing or has an invalid value. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "validation_error",
         *         "message": "The request has an invalid parameter."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The API key is missing, invalid, deactivated or deleted. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "unauthorized",
         *         "message": "Invalid or missing API key."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The workspace has insufficient credits. */
    PaymentRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "insufficient_credits",
         *         "message": "Insufficient credits. Add credits to continue."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The API key is valid but does not have permission for this request. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "forbidden",
         *         "message": "You do not have permission to do this."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description No resource with this id exists in the workspace, or in this environment. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "not_found",
         *         "message": "Resource not found."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The request is well-formed but contains an invalid value, for example a parameter that the model does not support. */
    UnprocessableEntity: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "validation_error",
         *         "message": "A field has an invalid value.",
         *         "details": {
         *           "field": "name"
         *         }
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The key has exceeded its rate limit. Wait, then retry. */
    RateLimited: {
      headers: {
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "rate_limited",
         *         "message": "Rate limit exceeded. Try again in 2 seconds."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description A server error. */
    InternalServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "internal_error",
         *         "message": "An unexpected error occurred."
         *       }
         *     }
         */
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /**
     * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
     * @example staging
     */
    EnvironmentQuery: string;
    /**
     * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
     * @example staging
     */
    EnvironmentHeader: string;
    /**
     * @description Id of the video job, returned by the request that started it.
     * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
     */
    VideoId: string;
    /**
     * @description Id of the instance, from the list of instances or from the response that created it.
     * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
     */
    InstanceId: string;
    /**
     * @description Id of the environment. The name is not accepted here.
     * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
     */
    EnvironmentId: string;
    /**
     * @description Id of the SSH key, from the list of SSH keys or from the response that added it.
     * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
     */
    SSHKeyId: string;
    /**
     * @description Id of the volume, from the list of volumes or from the response that created it.
     * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
     */
    StorageVolumeId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Maximum number of requests per minute for the key.
     * @example 60
     */
    RateLimitLimit: number;
    /**
     * @description Number of requests remaining in the current minute.
     * @example 0
     */
    RateLimitRemaining: number;
    /**
     * @description Unix timestamp of when the limit resets, in seconds.
     * @example 1772442900
     */
    RateLimitReset: number;
    /**
     * @description Seconds to wait before the next attempt. Not documented by the vendor, but clients read it; it may be missing, or be an HTTP date.
     * @example 2
     */
    RetryAfter: string;
    /**
     * @description Suggested filename: the id of the job with the extension `.mp4`.
     * @example attachment; filename="b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1.mp4"
     */
    ContentDisposition: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createChatCompletion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "model": "Qwen/Qwen3-VL-235B-A22B-Thinking",
         *       "messages": [
         *         {
         *           "role": "system",
         *           "content": "Answer in one sentence."
         *         },
         *         {
         *           "role": "user",
         *           "name": "alex",
         *           "content": [
         *             {
         *               "type": "text",
         *               "text": "When does this café open?"
         *             },
         *             {
         *               "type": "image_url",
         *               "image_url": {
         *                 "url": "https://example.com/cafe-door.jpg"
         *               }
         *             }
         *           ]
         *         },
         *         {
         *           "role": "assistant",
         *           "content": null,
         *           "tool_calls": [
         *             {
         *               "id": "call_7Kd02mQx",
         *               "type": "function",
         *               "function": {
         *                 "name": "find_place",
         *                 "arguments": "{\"place_name\":\"Café Lumière\",\"maxResults\":1}"
         *               }
         *             }
         *           ]
         *         },
         *         {
         *           "role": "tool",
         *           "tool_call_id": "call_7Kd02mQx",
         *           "content": "{\"opening_hours\":\"7:00-18:00\"}"
         *         }
         *       ],
         *       "max_tokens": 500,
         *       "temperature": 0.7,
         *       "top_p": 0.9,
         *       "stop": [
         *         "\n\n"
         *       ],
         *       "frequency_penalty": 0.2,
         *       "presence_penalty": 0,
         *       "tools": [
         *         {
         *           "type": "function",
         *           "function": {
         *             "name": "find_place",
         *             "description": "Looks a place up by its name.",
         *             "parameters": {
         *               "type": "object",
         *               "required": [
         *                 "place_name"
         *               ],
         *               "properties": {
         *                 "place_name": {
         *                   "type": "string",
         *                   "description": "As written on the sign."
         *                 },
         *                 "maxResults": {
         *                   "type": "integer",
         *                   "minimum": 1
         *                 }
         *               }
         *             }
         *           }
         *         }
         *       ],
         *       "tool_choice": "auto"
         *     }
         */
        'application/json': components['schemas']['ChatCompletionRequest'];
      };
    };
    responses: {
      /** @description The chat completion, or a stream of events if the request enables streaming. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "chatcmpl-9f2c61d07b",
           *       "object": "chat.completion",
           *       "created": 1772442873,
           *       "model": "Qwen/Qwen3-VL-235B-A22B-Thinking",
           *       "choices": [
           *         {
           *           "index": 0,
           *           "message": {
           *             "role": "assistant",
           *             "content": "The café opens at 7:00 ☕",
           *             "reasoning_content": "The sign reads 7:00."
           *           },
           *           "finish_reason": "stop"
           *         }
           *       ],
           *       "usage": {
           *         "prompt_tokens": 412,
           *         "completion_tokens": 27,
           *         "total_tokens": 439
           *       }
           *     }
           */
          'application/json': components['schemas']['ChatCompletionResponse'];
          /**
           * @example data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}
           *
           *     data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"reasoning_content":"The sign reads 7:00."},"finish_reason":null}]}
           *
           *     data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"content":"The café"},"finish_reason":null}]}
           *
           *     data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"content":" opens at"},"finish_reason":null}]}
           *
           *     data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{"content":" 7:00 ☕"},"finish_reason":null}]}
           *
           *     data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}
           *
           *     data: {"id":"chatcmpl-9f2c61d07b","object":"chat.completion.chunk","created":1772442873,"model":"Qwen/Qwen3-VL-235B-A22B-Thinking","choices":[],"usage":{"prompt_tokens":412,"completion_tokens":27,"total_tokens":439}}
           *
           *     data: [DONE]
           */
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      /** @description The model rejects a parameter, for example one that it does not support. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "error": {
           *         "message": "max_tokens is larger than this model allows (32768).",
           *         "type": "invalid_request_error",
           *         "code": "validation_error"
           *       }
           *     }
           */
          'application/json': components['schemas']['Error'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createImage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "model": "black-forest-labs/FLUX.1-schnell",
         *       "prompt": "A futuristic cityscape at sunset",
         *       "width": 1024,
         *       "height": 768,
         *       "num_inference_steps": 4,
         *       "guidance": 3.5,
         *       "response_format": "url",
         *       "seed": 42,
         *       "negative_prompt": "people, text"
         *     }
         */
        'application/json': components['schemas']['ImageGenerationRequest'];
      };
    };
    responses: {
      /** @description The generated images. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "created": 1772442910,
           *       "data": [
           *         {
           *           "url": "https://assets.runcrate.ai/images/2026/03/02/8d1f4c6a.webp",
           *           "b64_json": null
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ImageGenerationResponse'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      /** @description The model rejects a parameter. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "error": {
           *         "code": "validation_error",
           *         "message": "width must be between 256 and 2048.",
           *         "details": {
           *           "field": "width",
           *           "value": 4096
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['Error'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createVideo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "model": "google/veo-3.0",
         *       "prompt": "A drone flying over mountains",
         *       "duration": 8,
         *       "aspect_ratio": "16:9",
         *       "negative_prompt": "blurry",
         *       "seed": 42,
         *       "start_image": "https://example.com/first-frame.png"
         *     }
         */
        'application/json': components['schemas']['VideoGenerationRequest'];
      };
    };
    responses: {
      /** @description The queued job. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1",
           *       "status": "queued"
           *     }
           */
          'application/json': components['schemas']['VideoJob'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  getVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the video job, returned by the request that started it.
         * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
         */
        id: components['parameters']['VideoId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current state of the job. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1",
           *       "status": "processing"
           *     }
           */
          'application/json': components['schemas']['VideoJob'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  downloadVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the video job, returned by the request that started it.
         * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
         */
        id: components['parameters']['VideoId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The video file. */
      200: {
        headers: {
          'Content-Disposition': components['headers']['ContentDisposition'];
          [name: string]: unknown;
        };
        content: {
          /** @example example bytes of an MP4 file */
          'video/mp4': Blob;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description The video is not ready yet, or the job does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "error": {
           *         "code": "not_found",
           *         "message": "The video is not ready yet."
           *       }
           *     }
           */
          'application/json': components['schemas']['Error'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createSpeech: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "model": "hexgrad/Kokoro-82M",
         *       "input": "Hello from Runcrate!",
         *       "voice": "af_heart",
         *       "response_format": "mp3",
         *       "speed": 1.5,
         *       "language": "en"
         *     }
         */
        'application/json': components['schemas']['SpeechRequest'];
      };
    };
    responses: {
      /** @description The audio, in the requested format. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example example bytes of an MP3 file */
          'audio/mpeg': Blob;
          /** @example example bytes of raw PCM samples */
          'audio/pcm': Blob;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createTranscription: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "file": "example bytes of a WAV file",
         *       "model": "openai/whisper-large-v3",
         *       "language": "en",
         *       "response_format": "json"
         *     }
         */
        'multipart/form-data': components['schemas']['TranscriptionRequest'];
      };
    };
    responses: {
      /** @description The transcription. The content types of plain text and subtitles are not documented: a response that is not JSON is the text itself. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "text": "Hello, and welcome to the show. Today: GPUs.",
           *       "language": "en",
           *       "duration": 4.2,
           *       "segments": [
           *         {
           *           "start": 0,
           *           "end": 2.4,
           *           "text": "Hello, and welcome to the show."
           *         },
           *         {
           *           "start": 2.4,
           *           "end": 4.2,
           *           "text": "Today: GPUs."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Transcription'];
          /** @example Hello, and welcome to the show. Today: GPUs. */
          'text/plain': string;
          /**
           * @example 1
           *     00:00:00,000 --> 00:00:02,400
           *     Hello, and welcome to the show.
           *
           *     2
           *     00:00:02,400 --> 00:00:04,200
           *     Today: GPUs.
           */
          'application/x-subrip': string;
          /**
           * @example WEBVTT
           *
           *     00:00.000 --> 00:02.400
           *     Hello, and welcome to the show.
           *
           *     00:02.400 --> 00:04.200
           *     Today: GPUs.
           */
          'text/vtt': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createEmbedding: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "model": "BAAI/bge-large-en-v1.5",
         *       "input": [
         *         "A crate of GPUs",
         *         "A box of graphics cards"
         *       ],
         *       "encoding_format": "float"
         *     }
         */
        'application/json': components['schemas']['EmbeddingRequest'];
      };
    };
    responses: {
      /** @description One embedding for each input text. The example is shortened; a real vector has hundreds of numbers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "object": "list",
           *       "data": [
           *         {
           *           "object": "embedding",
           *           "index": 0,
           *           "embedding": [
           *             0.0182,
           *             -0.0437,
           *             0.0911,
           *             0.0063
           *           ]
           *         },
           *         {
           *           "object": "embedding",
           *           "index": 1,
           *           "embedding": [
           *             0.0209,
           *             -0.0391,
           *             0.0874,
           *             0.0102
           *           ]
           *         }
           *       ],
           *       "model": "BAAI/bge-large-en-v1.5",
           *       "usage": {
           *         "prompt_tokens": 11,
           *         "total_tokens": 11
           *       }
           *     }
           */
          'application/json': components['schemas']['EmbeddingResponse'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The model catalogue. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "deepseek-ai/DeepSeek-V3",
           *           "name": "DeepSeek V3",
           *           "description": "A mixture-of-experts language model for chat and code.",
           *           "created": 1735171200,
           *           "context_length": 131072,
           *           "max_output_length": 16384,
           *           "output_modalities": [
           *             "text"
           *           ],
           *           "pricing": {
           *             "prompt": "0.00000028",
           *             "completion": "0.00000088",
           *             "input_cache_read": 7e-8
           *           }
           *         },
           *         {
           *           "id": "google/veo-3.0",
           *           "name": "Veo 3.0",
           *           "description": "Short videos from a text or a first frame.",
           *           "created": 1752796800,
           *           "output_modalities": [
           *             "video"
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ModelList'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listInstances: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
        /**
         * @description Filter by a search string. Which fields are searched is not documented.
         * @example training
         */
        search?: string;
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instances of the environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34",
           *           "name": "training-run",
           *           "status": "running",
           *           "gpu_type": "A100",
           *           "gpu_count": 1,
           *           "cpu_cores": 16,
           *           "memory": 128,
           *           "storage": 512,
           *           "region": "us-east-1",
           *           "ip": "203.0.113.24",
           *           "os_image": "ubuntu-22.04",
           *           "cost_per_hour": 1.89,
           *           "deployed_at": "2026-03-02T09:16:03.118204+00:00",
           *           "created_at": "2026-03-02T09:14:27.481920+00:00",
           *           "updated_at": "2026-03-02T09:16:03.118204+00:00"
           *         }
           *       ],
           *       "meta": {
           *         "hasMore": false,
           *         "total": 1,
           *         "requestId": "req_01JNB6ZQ4T"
           *       }
           *     }
           */
          'application/json': {
            /** @description All instances of the environment. */
            data: components['schemas']['Instance'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createInstance: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "training-run",
         *       "gpu_type": "A100",
         *       "gpu_count": 1,
         *       "cpu_cores": 16,
         *       "memory": 128,
         *       "storage": 512,
         *       "region": "us-east-1",
         *       "template": "ubuntu-train",
         *       "ssh_key_id": "c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435",
         *       "env_vars": [
         *         {
         *           "key": "HF_HOME",
         *           "value": "/workspace/huggingface"
         *         },
         *         {
         *           "key": "logLevel",
         *           "value": "debug"
         *         }
         *       ],
         *       "startup_commands": [
         *         "pip install torch"
         *       ],
         *       "storage_id": "e2a97c40-6d18-4f53-9b7e-0c4a8d35f162"
         *     }
         */
        'application/json': components['schemas']['InstanceCreateRequest'];
      };
    };
    responses: {
      /** @description The created instance. It has no IP address yet. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34",
           *         "name": "training-run",
           *         "status": "deploying",
           *         "gpu_type": "A100",
           *         "gpu_count": 1,
           *         "cpu_cores": 16,
           *         "memory": 128,
           *         "storage": 512,
           *         "region": "us-east-1",
           *         "ip": null,
           *         "os_image": "ubuntu-22.04",
           *         "cost_per_hour": 1.89,
           *         "deployed_at": null,
           *         "created_at": "2026-03-02T09:14:27.481920+00:00",
           *         "updated_at": "2026-03-02T09:14:27.481920+00:00"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Instance'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      /** @description A server error, or the instance type is out of stock. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "error": {
           *         "code": "internal_error",
           *         "message": "The selected instance type is no longer available. Choose another type or region."
           *       }
           *     }
           */
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listInstanceTypes: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
        /**
         * @description Filter by GPU model. Spellings vary (`A100`, `h100-sxm`); use a value from an earlier response.
         * @example A100
         */
        gpu_type?: string;
        /**
         * @description Filter by number of GPUs.
         * @example 1
         */
        gpu_count?: number;
        /**
         * @description Filter by region.
         * @example us-east-1
         */
        region?: string;
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The available instance types. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "focused-neumann-a100-3615",
           *           "gpu_type": "A100",
           *           "gpu_count": 1,
           *           "cpu_cores": 16,
           *           "memory_gb": 128,
           *           "storage_gb": 512.5,
           *           "region": "us-east-1",
           *           "hourly_rate": 1.89
           *         }
           *       ],
           *       "meta": {
           *         "total": 1
           *       }
           *     }
           */
          'application/json': {
            /** @description All matching instance types. */
            data: components['schemas']['InstanceType'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  getInstance: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the instance, from the list of instances or from the response that created it.
         * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
         */
        id: components['parameters']['InstanceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instance. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34",
           *         "name": "training-run",
           *         "status": "running",
           *         "gpu_type": "A100",
           *         "gpu_count": 1,
           *         "cpu_cores": 16,
           *         "memory": 128,
           *         "storage": 512,
           *         "region": "us-east-1",
           *         "ip": "203.0.113.24",
           *         "os_image": "ubuntu-22.04",
           *         "cost_per_hour": 1.89,
           *         "deployed_at": "2026-03-02T09:16:03.118204+00:00",
           *         "created_at": "2026-03-02T09:14:27.481920+00:00",
           *         "updated_at": "2026-03-02T09:16:03.118204+00:00"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Instance'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  terminateInstance: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the instance, from the list of instances or from the response that created it.
         * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
         */
        id: components['parameters']['InstanceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instance is being terminated. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
      /** @description Same as 204. A response body, if any, has no further information. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getInstanceStatus: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the instance, from the list of instances or from the response that created it.
         * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
         */
        id: components['parameters']['InstanceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current status of the instance. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34",
           *         "status": "running",
           *         "ip": "203.0.113.24"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['InstanceStatus'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listEnvironments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The environments of the workspace. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "7a1e44c8-95b2-4f6d-b0c3-18d6e9f2a357",
           *           "name": "main",
           *           "is_default": true,
           *           "created_at": "2026-01-04T08:00:00Z",
           *           "updated_at": "2026-01-04T08:00:00Z"
           *         },
           *         {
           *           "id": "0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90",
           *           "name": "staging",
           *           "is_default": false,
           *           "created_at": "2026-01-15T10:30:00Z",
           *           "updated_at": "2026-01-15T10:30:00Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @description All environments of the workspace. */
            data: components['schemas']['Environment'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "staging"
         *     }
         */
        'application/json': components['schemas']['EnvironmentCreateRequest'];
      };
    };
    responses: {
      /** @description The created environment. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90",
           *         "name": "staging",
           *         "is_default": false,
           *         "created_at": "2026-01-15T10:30:00Z",
           *         "updated_at": "2026-01-15T10:30:00Z"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Environment'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  getEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the environment. The name is not accepted here.
         * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
         */
        id: components['parameters']['EnvironmentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90",
           *         "name": "staging",
           *         "is_default": false,
           *         "created_at": "2026-01-15T10:30:00Z",
           *         "updated_at": "2026-01-15T10:30:00Z"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Environment'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  deleteEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the environment. The name is not accepted here.
         * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
         */
        id: components['parameters']['EnvironmentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The environment was deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
      /** @description Same as 204. A response body, if any, has no further information. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the environment. The name is not accepted here.
         * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
         */
        id: components['parameters']['EnvironmentId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "preview",
         *       "is_default": true
         *     }
         */
        'application/json': components['schemas']['EnvironmentUpdateRequest'];
      };
    };
    responses: {
      /** @description The updated environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90",
           *         "name": "preview",
           *         "is_default": true,
           *         "created_at": "2026-01-15T10:30:00Z",
           *         "updated_at": "2026-03-02T11:20:45Z"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Environment'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listSshKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The SSH keys of the workspace. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435",
           *           "name": "my-laptop",
           *           "fingerprint": "SHA256:3vZkWqJtYp0sXr8bUe5mNc1dLhG7aFoT2iRyQwK9uEs",
           *           "type": "ed25519",
           *           "createdAt": "2026-02-11T16:42:08Z",
           *           "lastUsed": "2026-03-01T07:55:12Z",
           *           "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @description All SSH keys of the workspace. */
            data: components['schemas']['SSHKey'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createSshKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "my-laptop",
         *       "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop",
         *       "type": "ed25519"
         *     }
         */
        'application/json': components['schemas']['SSHKeyCreateRequest'];
      };
    };
    responses: {
      /** @description The added SSH key. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435",
           *         "name": "my-laptop",
           *         "fingerprint": "SHA256:3vZkWqJtYp0sXr8bUe5mNc1dLhG7aFoT2iRyQwK9uEs",
           *         "type": "ed25519",
           *         "createdAt": "2026-02-11T16:42:08Z",
           *         "lastUsed": null,
           *         "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['SSHKey'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      /** @description The key is already registered. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "error": {
           *         "code": "conflict",
           *         "message": "An SSH key with this public key already exists."
           *       }
           *     }
           */
          'application/json': components['schemas']['Error'];
        };
      };
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  deleteSshKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the SSH key, from the list of SSH keys or from the response that added it.
         * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
         */
        id: components['parameters']['SSHKeyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The SSH key was deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
      /** @description Same as 204. A response body, if any, has no further information. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listStorageVolumes: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
        /**
         * @description Filter by a search string. Which fields are searched is not documented.
         * @example datasets
         */
        search?: string;
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The volumes of the environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "e2a97c40-6d18-4f53-9b7e-0c4a8d35f162",
           *           "name": "datasets",
           *           "size_gb": 100,
           *           "status": "available",
           *           "region": "137",
           *           "provider_type": "aws-s3",
           *           "deployment_id": null,
           *           "mount_path": "/workspace",
           *           "cost_per_hour": 0.0041,
           *           "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *           "createdAt": "2026-02-20T12:05:31Z",
           *           "updatedAt": "2026-02-20T12:05:31Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @description All volumes of the environment. */
            data: components['schemas']['StorageVolume'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  createStorageVolume: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "datasets",
         *       "size_gb": 100,
         *       "region": "us-east-1"
         *     }
         */
        'application/json': components['schemas']['StorageVolumeCreateRequest'];
      };
    };
    responses: {
      /** @description The created volume. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "e2a97c40-6d18-4f53-9b7e-0c4a8d35f162",
           *         "name": "datasets",
           *         "size_gb": 100,
           *         "status": "available",
           *         "region": "137",
           *         "provider_type": "aws-s3",
           *         "deployment_id": null,
           *         "mount_path": "/workspace",
           *         "cost_per_hour": 0.0041,
           *         "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *         "createdAt": "2026-02-20T12:05:31Z",
           *         "updatedAt": "2026-02-20T12:05:31Z"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['StorageVolume'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      422: components['responses']['UnprocessableEntity'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listStorageRegions: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The storage regions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "137",
           *           "name": "us-east-1",
           *           "provider": "aws-s3"
           *         },
           *         {
           *           "id": "142",
           *           "name": "eu-central-1",
           *           "provider": "aws-s3"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            /** @description All regions of the provider. */
            data: components['schemas']['StorageRegion'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  getStorageVolume: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the volume, from the list of volumes or from the response that created it.
         * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
         */
        id: components['parameters']['StorageVolumeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The volume. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "e2a97c40-6d18-4f53-9b7e-0c4a8d35f162",
           *         "name": "datasets",
           *         "size_gb": 100,
           *         "status": "available",
           *         "region": "137",
           *         "provider_type": "aws-s3",
           *         "deployment_id": null,
           *         "mount_path": "/workspace",
           *         "cost_per_hour": 0.0041,
           *         "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *         "createdAt": "2026-02-20T12:05:31Z",
           *         "updatedAt": "2026-02-20T12:05:31Z"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['StorageVolume'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  deleteStorageVolume: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the volume, from the list of volumes or from the response that created it.
         * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
         */
        id: components['parameters']['StorageVolumeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The volume was deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "message": "Storage volume deleted.",
           *         "refund_amount": 0.43
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['StorageVolumeDeletion'];
          };
        };
      };
      /** @description The volume was deleted; the response has no refund information. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  resizeStorageVolume: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to use: the name, not the id. If omitted, the request uses the default environment of the workspace, usually `main`, which can be production. Send the header with the same value as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to use, the same as in the query. Existing clients use one or the other; send both so that the request does not fall back to the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the volume, from the list of volumes or from the response that created it.
         * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
         */
        id: components['parameters']['StorageVolumeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "size_gb": 200
         *     }
         */
        'application/json': components['schemas']['StorageVolumeResizeRequest'];
      };
    };
    responses: {
      /** @description The volume with its new size. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "id": "e2a97c40-6d18-4f53-9b7e-0c4a8d35f162",
           *         "name": "datasets",
           *         "size_gb": 200,
           *         "status": "available",
           *         "region": "137",
           *         "provider_type": "aws-s3",
           *         "deployment_id": null,
           *         "mount_path": "/workspace",
           *         "cost_per_hour": 0.0082,
           *         "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *         "createdAt": "2026-02-20T12:05:31Z",
           *         "updatedAt": "2026-03-02T10:02:19Z"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['StorageVolume'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      402: components['responses']['PaymentRequired'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /** @description The new size is invalid. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "error": {
           *         "code": "validation_error",
           *         "message": "size_gb must be larger than the current size (100)."
           *       }
           *     }
           */
          'application/json': components['schemas']['Error'];
        };
      };
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listTemplates: {
    parameters: {
      query?: {
        /**
         * @description Page number, starting at 1.
         * @example 1
         */
        page?: number;
        /**
         * @description Number of templates per page.
         * @example 10
         */
        page_size?: number;
        /**
         * @description Filter by a search string.
         * @example finetune
         */
        search?: string;
        /**
         * @description Filter by category.
         * @example ml
         */
        category?: string;
        /**
         * @description Field to sort by. The accepted values are not documented.
         * @example name
         */
        sort_by?: string;
        /**
         * @description Sort order. The accepted values are not documented.
         * @example asc
         */
        sort_dir?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of templates. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "axolotl-finetune",
           *           "name": "Axolotl Finetune",
           *           "description": "Fine-tuning of language models from one configuration file.",
           *           "category": "ml",
           *           "created_at": "2026-01-09T14:00:00Z"
           *         },
           *         {
           *           "id": "unsloth-finetune",
           *           "name": "Unsloth Finetune",
           *           "description": "Fast LoRA fine-tuning on a single GPU.",
           *           "category": "ml",
           *           "created_at": "2026-01-22T09:30:00Z"
           *         }
           *       ],
           *       "meta": {
           *         "hasMore": false,
           *         "total": 2
           *       }
           *     }
           */
          'application/json': {
            /** @description The templates of this page. */
            data: components['schemas']['Template'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  getBalance: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The balance of the workspace. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "creditsBalance": 142.37,
           *         "activeUsageCost": 3.78
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Balance'];
          };
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  listTransactions: {
    parameters: {
      query?: {
        /**
         * @description Maximum number of transactions per response.
         * @example 3
         */
        limit?: number;
        /**
         * @description Number of transactions to skip.
         * @example 0
         */
        offset?: number;
        /**
         * @description Filter by transaction type.
         * @example usage
         */
        type?: 'credit' | 'usage' | 'refund' | 'adjustment';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of transactions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": [
           *         {
           *           "id": "f14d7c2b-0a96-4e38-8b51-7c2e90d6a3f8",
           *           "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *           "type": "usage",
           *           "amount": -1.89,
           *           "description": "GPU instance training-run, 1 hour",
           *           "createdAt": "2026-03-02T10:16:03Z"
           *         },
           *         {
           *           "id": "92c0e5a7-3b1d-4f74-a6e9-0d58b7f1c426",
           *           "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *           "type": "usage",
           *           "amount": -0.7,
           *           "description": "Storage volume datasets, 1 week",
           *           "createdAt": "2026-02-27T12:05:31Z"
           *         },
           *         {
           *           "id": "3ae86f90-d27c-4b15-9f03-e4c1a85b7d62",
           *           "projectId": "5c0e8b1f-7d42-4a69-93e6-b1f80a2c4d57",
           *           "type": "usage",
           *           "amount": -0.0042,
           *           "description": "Inference: deepseek-ai/DeepSeek-V3",
           *           "createdAt": "2026-02-26T18:40:57Z"
           *         }
           *       ],
           *       "meta": {
           *         "cursor": "eyJvZmZzZXQiOjN9",
           *         "hasMore": true,
           *         "total": 5,
           *         "requestId": "req_01JNB7C8XM"
           *       }
           *     }
           */
          'application/json': {
            /** @description The transactions of this page. */
            data: components['schemas']['Transaction'][];
            /** @description List metadata. */
            meta?: components['schemas']['ListMeta'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
  getUsage: {
    parameters: {
      query?: {
        /**
         * @description First day of the range, as `YYYY-MM-DD`.
         * @example 2026-02-01
         */
        from?: string;
        /**
         * @description Last day of the range, as `YYYY-MM-DD`. Whether that day is included is not documented.
         * @example 2026-02-28
         */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The usage in the date range. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "data": {
           *         "total_requests": 1284,
           *         "total_prompt_tokens": 918204,
           *         "total_completion_tokens": 402917,
           *         "total_tokens": 1321121,
           *         "total_cost": 0.6117
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['UsageSummary'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
      500: components['responses']['InternalServerError'];
    };
  };
}
