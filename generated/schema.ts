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
     * @description Lets a language model continue a conversation. Compatible with OpenAI: a program written for that API needs another base URL and key, nothing else.
     *
     *     The answer comes in one piece, or, with streaming turned on, as server-sent events while the model writes. Every call is billed by token, prompt and answer, at the rate of the model; a call that is repeated is billed again. Parameters that are not listed here are handed to the provider of the model. One that the model does not support is either ignored or refused with 422, depending on the model.
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
     * @description Makes pictures from a text, or changes a picture that is given along with it; there is no separate operation for editing. The call returns when the pictures are done. It is billed at the rate of the model, usually by picture.
     *
     *     Which parameters count, and in which field a model looks for its input picture, differs from model to model. Parameters that are not listed here are handed on; unsupported ones are either ignored or refused with 422.
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
     * @description Queues a job that makes a video from a text, a picture or both, and returns at once. Ask for its status every 5 to 10 seconds until it is completed or failed, which takes from half a minute to several minutes, then download the file.
     *
     *     Each accepted call starts, and bills, a job of its own. There is no operation that cancels or lists jobs: keep the id. The success status is not documented; treat any 2xx as accepted.
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
     * @description Tells how far a job is. `completed` and `failed` are final; a failed job has no documented field for the reason. Ask every 5 to 10 seconds.
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
     * @description Gives the video file of a completed job as MP4. Until the job is completed the answer is 404, the same as for an id that does not exist; ask for the status first to tell the two apart.
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
     * @description Reads a text aloud and returns the sound as bytes; there is no JSON around it. Billed at the rate of the model. Parameters that are not listed here are handed to the provider of the model.
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
     * @description Writes down what is said in a recording. By default the answer is JSON; as plain text or subtitles it is text, and the content type says which. Billed at the rate of the model, usually by the length of the recording. Documented formats are mp3, wav, m4a, flac, ogg, webm and mp4; no limit of size is documented.
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
     * @description Turns one text or several into vectors, for search, clustering and retrieval. Vectors come back in the order of the texts. Billed by token, at the rate of the model. Vectors of different models cannot be compared.
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
     * List the models
     * @description Gives the catalogue of models for inference: the ids that the other operations take, what a model puts out, and its prices. The list comes whole, without paging. Live rates are also published, without a key, at https://www.runcrate.ai/api/models/catalog.
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
     * List the instances
     * @description Gives the instances of one environment; those of other environments are not in it. The list comes whole, without paging. Instances that were terminated drop out.
     */
    get: operations['listInstances'];
    put?: never;
    /**
     * Rent an instance
     * @description Rents a machine and returns before it is ready: watch its status until it runs and has an address. Credits are used by the second, at the hourly rate of the type, until the instance is terminated.
     *
     *     Name the hardware either by GPU model, and the server picks the cheapest configuration on offer, or by the id of an instance type. A type that is out of stock is answered with status 500 and a message containing "no longer available". Never repeat this call blindly: an answer that was lost may have left a second machine running, so look at the list of instances first.
     */
    post: operations['createInstance'];
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
     * @description Gives all that is known of one instance. While waiting for it to start, the status operation is the smaller question.
     */
    get: operations['getInstance'];
    put?: never;
    post?: never;
    /**
     * Terminate an instance
     * @description Ends the rent and deletes the machine with its local disk. This cannot be undone. Storage volumes that were attached are kept, and go on costing.
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
     * @description Gives the state of one instance and, once it has one, its address. It can be reached by SSH when the status is `running` or `deployed` and the address is not empty: the status alone is not enough.
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
  '/instances/types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the instance types
     * @description Gives the hardware that can be rented, with its price by the hour. Not a promise of stock: a type in this list can still be refused when an instance is created.
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
  '/environments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the environments
     * @description Gives the environments of the workspace, the default one among them. The list comes whole, without paging.
     */
    get: operations['listEnvironments'];
    put?: never;
    /**
     * Create an environment
     * @description Adds an empty environment to the workspace. Other operations name it by its name, not by its id.
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
     * @description Gives one environment by its id. To find one by its name, list them all.
     */
    get: operations['getEnvironment'];
    put?: never;
    post?: never;
    /**
     * Delete an environment
     * @description Removes an environment for good. What happens to instances and volumes that are still in it is not documented: terminate and delete them first.
     */
    delete: operations['deleteEnvironment'];
    options?: never;
    head?: never;
    /**
     * Rename an environment or make it the default
     * @description Changes what the request names and leaves the rest. Both changes reach programs that run already: those that use the old name no longer find it, and calls without an environment go to the new default.
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
     * List the SSH keys
     * @description Gives the SSH keys of the workspace, whatever the environment. The list comes whole; the public keys themselves are not in it.
     */
    get: operations['listSshKeys'];
    put?: never;
    /**
     * Add an SSH key
     * @description Registers a public key, to be given to instances when they are created. Send the public half only. A key that is registered already is refused with 409.
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
     * @description Takes a key out of the workspace, for good. Whether running instances go on accepting it is not documented.
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
     * List the storage volumes
     * @description Gives the volumes of one environment; those of other environments are not in it. The list comes whole, without paging.
     */
    get: operations['listStorageVolumes'];
    put?: never;
    /**
     * Create a storage volume
     * @description Rents a volume that outlives instances. It costs 0.03 USD per GB and month, charged by the week in advance, so the first week is charged at once. The workspace must have a storage provider, which is chosen in the dashboard and cannot be named here.
     */
    post: operations['createStorageVolume'];
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
     * @description Gives one volume, with its size and the instance that it is attached to.
     */
    get: operations['getStorageVolume'];
    put?: never;
    post?: never;
    /**
     * Delete a storage volume
     * @description Deletes a volume with all its data. This cannot be undone. The days of the running week that were paid in advance and not used come back as credits. An answer without a body means success too.
     */
    delete: operations['deleteStorageVolume'];
    options?: never;
    head?: never;
    /**
     * Enlarge a storage volume
     * @description Gives a volume a new, larger size. Volumes cannot shrink, so this cannot be undone, and the added space costs like the rest.
     */
    patch: operations['resizeStorageVolume'];
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
     * List the storage regions
     * @description Gives the regions in which the storage provider of the workspace can create volumes. Creating a volume takes the name of a region; its id may come back in answers.
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
  '/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the templates
     * @description Gives templates for instances, a page at a time. Creating an instance is only known to accept the ids `ubuntu-devbox`, `ubuntu-train`, `ubuntu-inference` and `ubuntu-cuda-devel`; an id from this list may be refused there.
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
     * @description Gives the credits that the workspace has left, and what its running resources have used and not yet been charged for. One credit is one USD.
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
     * List the transactions
     * @description Gives deposits, charges, refunds and adjustments of the workspace, a part at a time. Go on by raising the offset: the cursor of the answer is not known to be accepted anywhere. Charges are negative amounts, deposits positive ones.
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
     * @description Adds up requests, tokens and cost of inference over a span of time. Machines and storage are not counted here; their charges are among the transactions. The span that counts without dates is not documented.
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
    /** @description A conversation and how to continue it. Fields that are not listed go to the provider of the model as they are. */
    ChatCompletionRequest: {
      /**
       * @description Id of the model, from the list of models, as in `deepseek-ai/DeepSeek-V3`.
       * @example deepseek-ai/DeepSeek-V3
       */
      model: string;
      /** @description The conversation so far, oldest message first. */
      messages: components['schemas']['ChatMessage'][];
      /** @description Most tokens that the answer may have. An answer that is cut here has the finish reason `length`. */
      max_tokens?: number;
      /** @description Randomness, from 0 (always the likeliest token) to 2. An older page of the documentation gives 0.7 as default. */
      temperature?: number;
      /** @description Share of probability that tokens are drawn from, from 0 to 1. Change this or the temperature, not both. An older page of the documentation gives 1 as default. */
      top_p?: number;
      /** @description A text, or several, at which the answer ends. The text itself is not part of the answer. */
      stop?: string | string[];
      /** @description From -2 to 2. Above 0 tokens become less likely the more often they have occurred. */
      frequency_penalty?: number;
      /** @description From -2 to 2. Above 0 tokens become less likely once they have occurred. */
      presence_penalty?: number;
      /** @description Asks for the same answer to the same request, where the model can do that. */
      seed?: number;
      /**
       * @description Whether the answer comes as server-sent events while the model writes, instead of in one piece.
       * @default false
       */
      stream?: boolean;
      /** @description What the stream tells besides the answer. */
      stream_options?: components['schemas']['ChatStreamOptions'];
      /** @description Functions that the model may ask the caller to run. */
      tools?: components['schemas']['ChatTool'][];
      /** @description Whether the model calls tools: `auto` leaves it to the model, `none` forbids it, `required` demands it. An object names the function to call. */
      tool_choice?: string | components['schemas']['ChatToolChoice'];
      /** @description Whether the model may ask for several tool calls in one answer, where it can do that. */
      parallel_tool_calls?: boolean;
      /** @description Makes the model answer in JSON. */
      response_format?: components['schemas']['ChatResponseFormat'];
    } & {
      [key: string]: unknown;
    };
    /** @description One message of a conversation, sent or received. */
    ChatMessage: {
      /**
       * @description Who speaks. `system` instructs the model; `tool` carries the result of a tool call.
       * @enum {string}
       */
      role: 'system' | 'user' | 'assistant' | 'tool';
      /** @description A text, or a list of texts and pictures. Null or absent in a message of the assistant that only calls tools. */
      content?: string | components['schemas']['ChatContentPart'][] | null;
      /** @description Tells speakers of the same role apart. */
      name?: string;
      /** @description What a reasoning model thought before it answered. Not part of the answer, and not every such model tells. */
      reasoning_content?: string | null;
      /** @description Calls that the assistant asks for. Answer each with a message of the role `tool`. */
      tool_calls?: components['schemas']['ChatToolCall'][];
      /** @description In a message of the role `tool`: the id of the call that this is the result of. */
      tool_call_id?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description What a model answers: a message that goes into the next request as it is. */
    ChatCompletionMessage: {
      /**
       * @description Who speaks: the `assistant`.
       * @enum {string}
       */
      role: 'system' | 'user' | 'assistant' | 'tool';
      /** @description The text of the answer. Null or absent where the model only calls tools. */
      content?: string | null;
      /** @description What a reasoning model thought before it answered. Not part of the answer, and not every such model tells. */
      reasoning_content?: string | null;
      /** @description Calls that the assistant asks for. Answer each with a message of the role `tool`. */
      tool_calls?: components['schemas']['ChatToolCall'][];
    } & {
      [key: string]: unknown;
    };
    /** @description A piece of a message: a text or a picture. */
    ChatContentPart: {
      /**
       * @description Which of the other fields counts.
       * @enum {string}
       */
      type: 'text' | 'image_url';
      /** @description The text, in a part of the type `text`. */
      text?: string;
      /** @description The picture, in a part of the type `image_url`. */
      image_url?: components['schemas']['ChatImageUrl'];
    } & {
      [key: string]: unknown;
    };
    /** @description A picture for a model that can see, in a part of the type `image_url`. */
    ChatImageUrl: {
      /**
       * @description Where the picture is: an http(s) URL, or a data URI with the picture in base64.
       * @example https://example.com/cafe-door.jpg
       */
      url: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A tool that the model may ask for. */
    ChatTool: {
      /** @description Kind of tool. Only functions are documented. */
      type: string;
      /** @description The function, in a tool of the type `function`. */
      function?: components['schemas']['ChatFunction'];
    } & {
      [key: string]: unknown;
    };
    /** @description A function that the caller can run for the model. */
    ChatFunction: {
      /** @description Name by which the model calls the function. */
      name: string;
      /** @description What the function does and when to use it; the model decides by this text. */
      description?: string;
      /** @description The arguments of the function as JSON Schema. Sent untouched. */
      parameters?: {
        [key: string]: unknown;
      };
      /** @description Whether the arguments must follow the schema exactly, where the model can do that. */
      strict?: boolean;
    };
    /** @description Makes the model call one function. */
    ChatToolChoice: {
      /** @description Kind of tool. Only functions are documented. */
      type: string;
      /** @description The function that must be called. */
      function?: components['schemas']['ChatToolChoiceFunction'];
    } & {
      [key: string]: unknown;
    };
    /** @description Names the function to call. */
    ChatToolChoiceFunction: {
      /** @description Name of one of the tools of the request. */
      name: string;
    };
    /** @description A call that the model asks for. */
    ChatToolCall: {
      /** @description Id of the call, to be repeated in the message with its result. */
      id: string;
      /** @description Kind of tool. Only functions are documented. */
      type?: string;
      /** @description The function to run, and with what. */
      function: components['schemas']['ChatToolCallFunction'];
    };
    /** @description A function that the model wants to be run. */
    ChatToolCallFunction: {
      /** @description Name of one of the tools of the request. */
      name: string;
      /** @description The arguments as JSON text. Written by the model: parse and check them before use. */
      arguments: string;
    };
    /** @description What a stream tells besides the answer. Only together with streaming. */
    ChatStreamOptions: {
      /** @description Whether a last chunk, without choices, counts the tokens of the whole call. */
      include_usage?: boolean;
    } & {
      [key: string]: unknown;
    };
    /** @description The form that the answer must have. */
    ChatResponseFormat: {
      /** @description `text` for any text, `json_object` for some JSON, `json_schema` for JSON that follows a schema. Not every model knows all of them. */
      type: string;
      /** @description The schema, with the type `json_schema`. */
      json_schema?: components['schemas']['ChatJsonSchema'];
    } & {
      [key: string]: unknown;
    };
    /** @description The schema that the answer must follow, with the response format `json_schema`. */
    ChatJsonSchema: {
      /** @description Name of the schema, for the model to read. */
      name: string;
      /** @description What the answer is, for the model to read. */
      description?: string;
      /** @description The JSON Schema itself. Sent untouched. */
      schema?: {
        [key: string]: unknown;
      };
      /** @description Whether the answer must follow the schema exactly, where the model can do that. */
      strict?: boolean;
    };
    /** @description The whole answer of a model. */
    ChatCompletionResponse: {
      /** @description Id of the completion. */
      id?: string;
      /**
       * @description Kind of object.
       * @enum {string}
       */
      object?: 'chat.completion';
      /** @description When the answer was made, in seconds since 1970. */
      created?: number;
      /** @description Id of the model that answered. */
      model?: string;
      /** @description The answers; one, unless the request asked for more. */
      choices: components['schemas']['ChatChoice'][];
      /** @description Tokens of the call. */
      usage?: components['schemas']['ChatUsage'];
    };
    /** @description One answer of the model. */
    ChatChoice: {
      /** @description Position among the choices, from 0. */
      index?: number;
      /** @description What the assistant says, or which tools it wants to call. */
      message: components['schemas']['ChatCompletionMessage'];
      /**
       * @description Why the answer ends: `stop` is its natural end, `length` the limit of tokens, `tool_calls` a call to be run by the caller, `content_filter` content that was withheld.
       * @enum {string}
       */
      finish_reason?: 'stop' | 'length' | 'tool_calls' | 'content_filter';
    };
    /** @description Tokens of one chat completion, which its price goes by. */
    ChatUsage: {
      /** @description Tokens of the conversation that was sent. */
      prompt_tokens?: number;
      /** @description Tokens that the model wrote. */
      completion_tokens?: number;
      /** @description Both together. */
      total_tokens?: number;
    };
    /** @description A piece of an answer that is still being written: the data of one event of the stream. */
    ChatCompletionChunk: {
      /** @description Id of the completion, the same in all its chunks. */
      id?: string;
      /** @description Kind of object. */
      object?: string;
      /** @description When the completion was begun, in seconds since 1970. */
      created?: number;
      /** @description Id of the model that answers. */
      model?: string;
      /** @description What each answer gains. Empty in a chunk that only counts tokens. */
      choices: components['schemas']['ChatChunkChoice'][];
      /** @description Tokens of the whole call, in the last chunk only, and only if the stream options ask for it. */
      usage?: components['schemas']['ChatUsage'] | null;
    };
    /** @description What one answer gains by a chunk. */
    ChatChunkChoice: {
      /** @description Which answer this belongs to, from 0. */
      index?: number;
      /** @description The new part of the message. */
      delta: components['schemas']['ChatDelta'];
      /**
       * @description Why the answer ends; null until it does. The meanings are those of a whole completion.
       * @enum {string|null}
       */
      finish_reason?: 'stop' | 'length' | 'tool_calls' | 'content_filter' | null;
    };
    /** @description The new part of a message. Join the texts of all chunks to get the whole. */
    ChatDelta: {
      /**
       * @description Who speaks. Usually in the first chunk only.
       * @enum {string}
       */
      role?: 'system' | 'user' | 'assistant' | 'tool';
      /** @description Text to add to the answer. */
      content?: string | null;
      /** @description Text to add to what a reasoning model thought. Comes before the answer. */
      reasoning_content?: string | null;
      /** @description Parts of tool calls, to be joined by their position. */
      tool_calls?: components['schemas']['ChatToolCallDelta'][];
    };
    /** @description The new part of a tool call. */
    ChatToolCallDelta: {
      /** @description Which of the calls this belongs to, from 0. */
      index?: number;
      /** @description Id of the call. Usually in its first part only. */
      id?: string;
      /** @description Kind of tool. Only functions are documented. */
      type?: string;
      /** @description What its function gains. */
      function?: components['schemas']['ChatToolCallFunctionDelta'];
    };
    /** @description The new part of the function of a tool call. */
    ChatToolCallFunctionDelta: {
      /** @description Name of the function. Usually in the first part only. */
      name?: string;
      /** @description Text to add to the arguments. The parts are JSON only when joined. */
      arguments?: string;
    };
    /** @description What to draw, and with which model. Fields that are not listed go to the provider of the model as they are. */
    ImageGenerationRequest: {
      /**
       * @description Id of an image model, as in `black-forest-labs/FLUX.1-schnell`.
       * @example black-forest-labs/FLUX.1-schnell
       */
      model: string;
      /** @description What the picture shows, or what to change in the given one. */
      prompt: string;
      /** @description Width in pixels, from 256 to 2048. */
      width?: number;
      /** @description Height in pixels, from 256 to 2048. */
      height?: number;
      /**
       * @description Width to height, for models that take no pixels. Documented are 1:1, 16:9, 9:16, 4:3 and 3:2.
       * @example 16:9
       */
      aspect_ratio?: string;
      /**
       * @description Width and height in one text, as OpenAI has it. For models that expect it in that form.
       * @example 1024x1024
       */
      size?: string;
      /** @description Number of pictures, as OpenAI has it. Not every model makes more than one. */
      n?: number;
      /** @description Steps of denoising, from 1 to 100. More take longer and show more detail; fast models need about 4. */
      num_inference_steps?: number;
      /** @description How closely the picture follows the prompt. The useful range differs by model. */
      guidance?: number;
      /**
       * @description `url` for a link that expires, `b64_json` for the picture itself in base64.
       * @default url
       * @enum {string}
       */
      response_format?: 'url' | 'b64_json';
      /** @description Asks for the same picture for the same request, where the model can do that. */
      seed?: number;
      /** @description What the picture must not show, for models that know it. */
      negative_prompt?: string;
      /** @description Picture to work from, for most models that edit or start from a picture. An http(s) URL, a data URI or base64 text. */
      image?: string;
      /** @description Picture to edit, for FLUX Kontext. An http(s) URL, a data URI or base64 text. */
      input_image?: string;
      /** @description Pictures to combine, for models that take several; FLUX.2 Pro takes up to 8. Each is an http(s) URL, a data URI or base64 text. */
      input_images?: string[];
      /** @description Picture to start from, for models that name it so. An http(s) URL, a data URI or base64 text. */
      start_image?: string;
      /** @description Picture that marks the area to change, for models that edit a part. An http(s) URL, a data URI or base64 text. */
      mask?: string;
      /** @description Picture that guides the composition, as edges or depth do, for ControlNet models. FLUX Canny requires it. An http(s) URL, a data URI or base64 text. */
      control_image?: string;
      /**
       * @description How strongly the control picture counts, for ControlNet models.
       * @example 0.8
       */
      strength?: number;
      /** @description How far the prompt may lead away from the given picture, for FLUX Dev and Krea. */
      prompt_strength?: number;
    } & {
      [key: string]: unknown;
    };
    /** @description The pictures that were made. */
    ImageGenerationResponse: {
      /** @description When the pictures were made, in seconds since 1970. */
      created?: number;
      /** @description The pictures; one, unless the request asked for more. */
      data: components['schemas']['ImageData'][];
    };
    /** @description One picture, as a link or in base64. */
    ImageData: {
      /** @description Where the picture is. The link expires, so fetch it soon; it may also be a data URI. */
      url?: string | null;
      /** @description The picture in base64, if the request asked for that. */
      b64_json?: string | null;
      /** @description The prompt as the model rewrote it, where it does so. */
      revised_prompt?: string | null;
    };
    /** @description What to film, and with which model. Fields that are not listed go to the provider of the model as they are. */
    VideoGenerationRequest: {
      /**
       * @description Id of a video model, as in `google/veo-3.0`.
       * @example google/veo-3.0
       */
      model: string;
      /** @description What the video shows. */
      prompt: string;
      /**
       * @description Length in seconds. Models take only certain values: Sora 2 takes 4, 8 or 12, Veo 3.0 4, 6 or 8, Kling v3 3 to 15. All known clients use this field; give either this one or the other spelling, not both.
       * @example 8
       */
      duration?: number;
      /** @description Length in whole seconds, under the name that the API reference gives it. Which of the two names a model honours is not settled; prefer the other one. */
      duration_seconds?: number;
      /**
       * @description Width to height. Documented are 16:9, 9:16 and 1:1.
       * @example 16:9
       */
      aspect_ratio?: string;
      /** @description Width in pixels, for models that take pixels. */
      width?: number;
      /** @description Height in pixels, for models that take pixels. */
      height?: number;
      /** @description Asks for the same video for the same request, where the model can do that. */
      seed?: number;
      /** @description What the video must not show, for models that know it. */
      negative_prompt?: string;
      /**
       * Format: uri
       * @description URL of the first frame, under the name that the API reference gives it. Other pages use one of the fields below; which one counts depends on the model.
       */
      image_url?: string;
      /** @description Picture to bring to life. An http(s) URL, a data URI or base64 text. */
      image?: string;
      /** @description Picture to work from, for models that name it so. An http(s) URL, a data URI or base64 text. */
      input_image?: string;
      /** @description Pictures to work from, for models that take several. Each is an http(s) URL, a data URI or base64 text. */
      input_images?: string[];
      /** @description First frame, for models that name it so. An http(s) URL, a data URI or base64 text. */
      start_image?: string;
      /** @description Picture that marks the area to change, for models that edit a part. An http(s) URL, a data URI or base64 text. */
      mask?: string;
      /** @description Picture that guides the composition, for models that name it so. An http(s) URL, a data URI or base64 text. */
      control_image?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A job that makes a video. It may hold more than is listed here. */
    VideoJob: {
      /**
       * @description Id of the job. There is no list of jobs: keep it.
       * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
       */
      id: string;
      /**
       * @description How far the job is. `completed` and `failed` are final.
       * @enum {string}
       */
      status: 'queued' | 'processing' | 'completed' | 'failed';
    };
    /** @description A text to read aloud. Fields that are not listed go to the provider of the model as they are. */
    SpeechRequest: {
      /**
       * @description Id of a speech model, as in `hexgrad/Kokoro-82M`.
       * @example hexgrad/Kokoro-82M
       */
      model: string;
      /** @description The text. Its greatest length depends on the model. */
      input: string;
      /**
       * @description Voice to read with. The names belong to the model.
       * @example af_heart
       */
      voice?: string;
      /**
       * @description `mp3`, or `pcm` for raw samples. Other formats are not documented.
       * @default mp3
       */
      response_format?: string;
      /**
       * @description Speed of speech, where 1 is normal, for models that know it.
       * @example 1.5
       */
      speed?: number;
      /**
       * @description Language of the text, for models that need to be told.
       * @example en
       */
      language?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A recording to write down. Fields that are not listed go to the provider of the model as they are. */
    TranscriptionRequest: {
      /**
       * Format: binary
       * @description The recording. Send it with a filename whose ending fits its format.
       */
      file: Blob;
      /**
       * @description Id of a transcription model, as in `openai/whisper-large-v3`.
       * @example openai/whisper-large-v3
       */
      model: string;
      /**
       * @description Language that is spoken, as a two-letter code (ISO 639-1). A hint: without it the model guesses.
       * @example en
       */
      language?: string;
      /**
       * @description `json` for text and times, `text` for the text alone, `srt` or `vtt` for subtitles.
       * @default json
       * @enum {string}
       */
      response_format?: 'json' | 'text' | 'srt' | 'vtt';
    } & {
      [key: string]: unknown;
    };
    /** @description What was said in a recording. */
    Transcription: {
      /** @description The whole text. If text or subtitles were asked for, all of them. */
      text: string;
      /** @description Length of the recording in seconds. */
      duration?: number;
      /** @description Language that was recognised. */
      language?: string;
      /** @description The text in pieces with their times, where the model gives them. */
      segments?: components['schemas']['TranscriptionSegment'][];
    };
    /** @description A piece of a transcription. Its fields depend on the model. */
    TranscriptionSegment: {
      /** @description Where the piece begins, in seconds from the start of the recording. */
      start?: number;
      /** @description Where the piece ends, in seconds from the start of the recording. */
      end?: number;
      /** @description What is said in it. */
      text?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Texts to turn into vectors. Fields that are not listed go to the provider of the model as they are. */
    EmbeddingRequest: {
      /**
       * @description Id of an embedding model, as in `BAAI/bge-large-en-v1.5`.
       * @example BAAI/bge-large-en-v1.5
       */
      model: string;
      /** @description One text, or a list of texts to embed in one call. */
      input: string | string[];
      /**
       * @description `float` for lists of numbers, `base64` for packed vectors.
       * @default float
       * @enum {string}
       */
      encoding_format?: 'float' | 'base64';
      /** @description Length of the vectors, for models that can shorten them. */
      dimensions?: number;
      /** @description Your own id of the end user, as OpenAI has it. */
      user?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description The vectors of the texts. */
    EmbeddingResponse: {
      /**
       * @description Kind of object.
       * @enum {string}
       */
      object?: 'list';
      /** @description One embedding for each text, in the order of the texts. */
      data: components['schemas']['Embedding'][];
      /** @description Id of the model that made the vectors. */
      model?: string;
      /** @description Tokens of the call. */
      usage?: components['schemas']['EmbeddingUsage'];
    };
    /** @description The vector of one text. */
    Embedding: {
      /** @description Kind of object. */
      object?: string;
      /** @description Which text this is the vector of, from 0. */
      index: number;
      /** @description The vector as numbers, or as base64 text if the request asked for that. */
      embedding: number[] | string;
    };
    /** @description Tokens of one embedding call, which its price goes by. */
    EmbeddingUsage: {
      /** @description Tokens of all texts that were sent. */
      prompt_tokens?: number;
      /** @description All tokens of the call; embedding itself writes none. */
      total_tokens?: number;
    };
    /** @description The catalogue of models. */
    ModelList: {
      /** @description Kind of object, where the server tells it. */
      object?: string;
      /** @description All models. */
      data: components['schemas']['Model'][];
    };
    /** @description A model for inference. Beside the id, what is known differs by model. */
    Model: {
      /**
       * @description Id by which the other operations name the model.
       * @example deepseek-ai/DeepSeek-V3
       */
      id: string;
      /** @description Name for people to read. */
      name?: string | null;
      /** @description What the model is for. */
      description?: string | null;
      /** @description When the model was added, in seconds since 1970. */
      created?: number | null;
      /** @description Most tokens that prompt and answer may have together. */
      context_length?: number | null;
      /** @description Most tokens that an answer may have. */
      max_output_length?: number | null;
      /**
       * @description What the model puts out. Seen are text, image, video and audio.
       * @example [
       *       "text"
       *     ]
       */
      output_modalities?: string[];
      /** @description What the model costs. */
      pricing?: components['schemas']['ModelPricing'];
    };
    /** @description What a model costs, in USD. Amounts come as numbers or as numeric text; what one amount buys is not documented, so compare with the published catalogue before adding up. */
    ModelPricing: {
      /** @description Price of what is sent to the model. */
      prompt?: number | string | null;
      /** @description Price of what the model writes. */
      completion?: number | string | null;
      /** @description Price of what is sent and found in the cache, where the provider has one. */
      input_cache_read?: number | string | null;
    };
    /** @description A rented machine. While it is being set up most fields can be null. */
    Instance: {
      /**
       * @description Id of the instance, a UUID.
       * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
       */
      id: string;
      /** @description Name that the instance was created with. */
      name: string;
      /** @description State of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it is gone, the rest that it is on its way. More values may exist; compare without regard to case. */
      status: string;
      /** @description Model of the GPUs. Spellings vary, as in `A100` and `h100-sxm`. */
      gpu_type?: string | null;
      /** @description Number of GPUs. */
      gpu_count?: number | null;
      /** @description Number of CPU cores. */
      cpu_cores?: number | null;
      /** @description Main memory in GB. */
      memory?: number | null;
      /** @description Local disk in GB. It goes when the instance is terminated. */
      storage?: number | null;
      /** @description Where the machine stands. */
      region?: string | null;
      /**
       * @description Public IP address. Empty or null until the machine has been set up.
       * @example 203.0.113.24
       */
      ip?: string | null;
      /** @description Image of the operating system. */
      os_image?: string | null;
      /** @description Price in USD per hour, charged by the second. */
      cost_per_hour?: number | null;
      /**
       * Format: date-time
       * @description When the machine came up.
       */
      deployed_at?: string | null;
      /**
       * Format: date-time
       * @description When the instance was ordered.
       * @example 2026-03-02T09:14:27.481920+00:00
       */
      created_at?: string | null;
      /**
       * Format: date-time
       * @description When anything about it last changed.
       */
      updated_at?: string | null;
    };
    /** @description A machine to rent. Either a GPU model or an instance type is required; what else is left out the server chooses. */
    InstanceCreateRequest: {
      /**
       * @description Name for people to read. Names of more than 64 characters are said to be refused.
       * @example training-run
       */
      name: string;
      /**
       * @description Model of GPU, as in `A100` or `h100-sxm`. The server picks the cheapest configuration on offer. Give this or an instance type.
       * @example A100
       */
      gpu_type?: string;
      /**
       * @description Id from the list of instance types, for exactly that configuration. Give this or a GPU model.
       * @example focused-neumann-a100-3615
       */
      instance_type_id?: string;
      /**
       * @description Where the machine must stand. Without it the server chooses.
       * @example us-east-1
       */
      region?: string;
      /** @description Number of GPUs, at least 1. */
      gpu_count?: number;
      /** @description Number of CPU cores, at least 1. */
      cpu_cores?: number;
      /** @description Main memory in GB, at least 1. */
      memory?: number;
      /** @description Local disk in GB, at least 1. It goes when the instance is terminated. */
      storage?: number;
      /**
       * @description What the machine starts with. Known are `ubuntu-devbox`, which runs with or without a GPU, and `ubuntu-train`, `ubuntu-inference` and `ubuntu-cuda-devel`. An id from the list of templates may be refused.
       * @example ubuntu-train
       */
      template?: string;
      /**
       * @description Id of the SSH key that may log in.
       * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
       */
      ssh_key_id?: string;
      /** @description Environment variables of the machine. Their names are kept as they are. */
      env_vars?: components['schemas']['EnvironmentVariable'][];
      /**
       * @description Shell commands to run when the machine has started.
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
      /** @description Script to run when the machine starts, as text. */
      launch_script?: string;
      /** @description Script to run when the machine starts, in base64, for scripts that do not travel well as text. */
      launch_script_base64?: string;
    };
    /** @description One environment variable. */
    EnvironmentVariable: {
      /**
       * @description Name of the variable, as in `HF_HOME`.
       * @example HF_HOME
       */
      key: string;
      /**
       * @description Its value.
       * @example /workspace/huggingface
       */
      value: string;
    };
    /** @description The state of an instance at this moment. It may hold more than is listed here. */
    InstanceStatus: {
      /**
       * @description Id of the instance, a UUID.
       * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
       */
      id: string;
      /** @description State of the instance. `running` and `deployed` mean that it is up, `terminated` and `failed` that it is gone, the rest that it is on its way. More values may exist; compare without regard to case. */
      status: string;
      /**
       * @description Public IP address. Empty, null or absent until the machine has been set up.
       * @example 203.0.113.24
       */
      ip?: string | null;
    };
    /** @description Hardware that can be rented, and its price. */
    InstanceType: {
      /**
       * @description Id to create an instance of exactly this type.
       * @example focused-neumann-a100-3615
       */
      id: string;
      /** @description Model of the GPUs, or `CPU` for a machine without. */
      gpu_type: string;
      /** @description Number of GPUs. */
      gpu_count: number;
      /** @description Number of CPU cores. */
      cpu_cores?: number | null;
      /** @description Main memory in GB. May have a fraction. */
      memory_gb?: number | null;
      /** @description Local disk in GB. May have a fraction. */
      storage_gb?: number | null;
      /** @description Where machines of this type stand. */
      region?: string | null;
      /** @description How the machine is provided. The values are not documented. */
      deployment_type?: string | null;
      /** @description Price in USD per hour, charged by the second. */
      hourly_rate: number;
    };
    /** @description A part of a workspace with instances and volumes of its own, such as staging or production. */
    Environment: {
      /**
       * @description Id of the environment. Only the operations on environments take it; the others take the name.
       * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
       */
      id: string;
      /**
       * @description Name by which calls select the environment.
       * @example staging
       */
      name: string;
      /** @description Whether calls that name no environment go to this one. */
      is_default?: boolean;
      /**
       * Format: date-time
       * @description When the environment was created.
       */
      created_at?: string | null;
      /**
       * Format: date-time
       * @description When anything about it last changed.
       */
      updated_at?: string | null;
    };
    /** @description An environment to create. */
    EnvironmentCreateRequest: {
      /**
       * @description Name by which calls will select the environment.
       * @example staging
       */
      name: string;
    };
    /** @description What to change about an environment. What is left out stays. */
    EnvironmentUpdateRequest: {
      /**
       * @description New name. Programs that use the old one must be changed.
       * @example preview
       */
      name?: string;
      /** @description `true` makes this the environment of all calls that name none. */
      is_default?: boolean;
    };
    /** @description A public key that can be given to instances. The key text itself is not returned. */
    SSHKey: {
      /**
       * @description Id of the key, a UUID. Creating an instance takes it.
       * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
       */
      id: string;
      /** @description Name for people to read. */
      name: string;
      /** @description Fingerprint, to recognise the key by, as `ssh-keygen -l` prints it. */
      fingerprint?: string | null;
      /** @description Algorithm of the key, as in `ed25519`. */
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
      /** @description Id of the workspace that the key belongs to. Workspaces were once called projects. */
      projectId?: string | null;
    };
    /** @description A public key to add. */
    SSHKeyCreateRequest: {
      /**
       * @description Name for people to read.
       * @example my-laptop
       */
      name: string;
      /**
       * @description The public key in OpenSSH format: the one line of a `.pub` file. Never the private key.
       * @example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop
       */
      public_key: string;
      /**
       * @description Algorithm of the key, as in `ed25519`.
       * @example ed25519
       */
      type?: string;
    };
    /** @description Storage that outlives instances. The server is known to spell these fields in both snake_case and camelCase, even for the same field; expect either. */
    StorageVolume: {
      /**
       * @description Id of the volume. Creating an instance takes it.
       * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
       */
      id: string;
      /** @description Name that the volume was created with. */
      name: string;
      /** @description Size in GB. */
      size_gb?: number | null;
      /** @description State of the volume. More values may exist. */
      status?: string | null;
      /** @description Where the volume is: the name of a region, as in `us-east-1`, or its id, as in `137`. The server gives either; the list of regions has both. */
      region?: string | null;
      /** @description Who keeps the data, as in `aws-s3` or `wasabi`. */
      provider_type?: string | null;
      /** @description Id of the instance that the volume is attached to; null if none. */
      deployment_id?: string | null;
      /**
       * @description Where the instance sees the volume.
       * @example /workspace
       */
      mount_path?: string | null;
      /** @description Price in USD per hour. */
      cost_per_hour?: number | null;
      /** @description Id of the workspace that the volume belongs to. Workspaces were once called projects. */
      projectId?: string | null;
      /**
       * Format: date-time
       * @description When the volume was created.
       */
      createdAt?: string | null;
      /**
       * Format: date-time
       * @description When anything about it last changed.
       */
      updatedAt?: string | null;
    };
    /** @description A volume to create. */
    StorageVolumeCreateRequest: {
      /**
       * @description Name for people to read.
       * @example datasets
       */
      name: string;
      /**
       * @description Size in GB. It can grow later, never shrink.
       * @example 100
       */
      size_gb: number;
      /**
       * @description Name of a storage region, as in `us-east-1`: the name, not the id.
       * @example us-east-1
       */
      region: string;
    };
    /** @description The new size of a volume. */
    StorageVolumeResizeRequest: {
      /**
       * @description New size in GB, larger than the present one.
       * @example 200
       */
      size_gb: number;
    };
    /** @description What came of deleting a volume. */
    StorageVolumeDeletion: {
      /** @description Confirmation for people to read. */
      message?: string;
      /**
       * @description USD that come back as credits for paid days that were not used.
       * @example 0.43
       */
      refund_amount?: number | null;
    };
    /** @description A place where volumes can be. */
    StorageRegion: {
      /**
       * @description Id of the region: a number written as text. Volumes may name their region by it.
       * @example 137
       */
      id: string;
      /**
       * @description Name of the region, which creating a volume takes.
       * @example us-east-1
       */
      name: string;
      /**
       * @description Who keeps the data, as in `aws-s3` or `wasabi`.
       * @example aws-s3
       */
      provider: string;
    };
    /** @description A ready-made setup for an instance. */
    Template: {
      /** @description Id of the template. Creating an instance may not accept it. */
      id: string;
      /** @description Name for people to read. */
      name: string;
      /** @description What the setup contains. */
      description?: string | null;
      /** @description Group that the template belongs to, as in `ml`. */
      category?: string | null;
      /**
       * Format: date-time
       * @description When the template was published.
       */
      created_at?: string | null;
    };
    /** @description The credits of a workspace. One credit is one USD. */
    Balance: {
      /**
       * @description Credits left.
       * @example 142.37
       */
      creditsBalance: number;
      /**
       * @description Credits that running resources have used and that are not charged yet.
       * @example 3.78
       */
      activeUsageCost?: number;
    };
    /** @description A movement of credits. */
    Transaction: {
      /** @description Id of the transaction. */
      id: string;
      /** @description Id of the workspace that was charged. Workspaces were once called projects. */
      projectId?: string | null;
      /**
       * @description `credit` is a deposit, `usage` a charge, `refund` credits given back, `adjustment` a correction.
       * @enum {string}
       */
      type: 'credit' | 'usage' | 'refund' | 'adjustment';
      /**
       * @description Credits, which are USD. Charges are negative, deposits positive.
       * @example -1.89
       */
      amount: number;
      /** @description What it was for. */
      description?: string | null;
      /**
       * Format: date-time
       * @description When it was booked.
       */
      createdAt?: string | null;
    };
    /** @description Inference in a span of time. Machines and storage are not counted. */
    UsageSummary: {
      /** @description Number of calls. */
      total_requests?: number;
      /** @description Tokens that were sent to models. */
      total_prompt_tokens?: number;
      /** @description Tokens that models wrote. */
      total_completion_tokens?: number;
      /** @description Both together. */
      total_tokens?: number;
      /** @description Cost in USD. */
      total_cost: number;
    };
    /** @description Where a list stands. Any of it, or all, may be missing. */
    ListMeta: {
      /** @description Mark of the position in the list. No operation is known to accept it. */
      cursor?: string | null;
      /** @description Whether more items follow these. */
      hasMore?: boolean;
      /** @description Number of all items that match, not only of these. */
      total?: number;
      /** @description Id of the request, for questions to the support. */
      requestId?: string;
    };
    /** @description The body of every answer that is an error. */
    Error: {
      /** @description What went wrong. */
      error: components['schemas']['ErrorDetail'];
    };
    /** @description The error itself. Infrastructure sends a code and sometimes details; inference may send a type as well, as OpenAI does. */
    ErrorDetail: {
      /** @description What went wrong, for people to read. */
      message: string;
      /** @description What went wrong, for programs to compare without regard to case, as in `validation_error`, `unauthorized`, `insufficient_credits`, `forbidden`, `not_found`, `conflict`, `rate_limited` and `internal_error`. */
      code?: string;
      /** @description Group of the error, as in `invalid_request_error`. From the inference server only. */
      type?: string;
      /** @description Facts about the error. Their form depends on the error. */
      details?: {
        [key: string]: unknown;
      };
    };
  };
  responses: {
    /** @description The request is malformed, or a parameter is missing or has a value that is not accepted. */
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
    /** @description The API key is missing, wrong, deactivated or deleted. */
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
    /** @description The workspace has too few credits. */
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
    /** @description The API key is valid but may not do this. */
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
    /** @description There is nothing with this id in the workspace, or not in this environment. */
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
    /** @description The request can be read, but a value in it is not valid, for example a parameter that the model does not support. */
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
    /** @description The key has made too many requests in this minute. Wait, then try again. */
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
    /** @description The server failed. */
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
     * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
     * @example staging
     */
    EnvironmentQuery: string;
    /**
     * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
     * @example staging
     */
    EnvironmentHeader: string;
    /**
     * @description Id of the job, from the answer that started it.
     * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
     */
    VideoId: string;
    /**
     * @description Id of the instance, from the list or from the answer that created it.
     * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
     */
    InstanceId: string;
    /**
     * @description Id of the environment. The name is not accepted here.
     * @example 0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90
     */
    EnvironmentId: string;
    /**
     * @description Id of the SSH key, from the list or from the answer that added it.
     * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
     */
    SSHKeyId: string;
    /**
     * @description Id of the volume, from the list or from the answer that created it.
     * @example e2a97c40-6d18-4f53-9b7e-0c4a8d35f162
     */
    StorageVolumeId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Requests that the key may make in a minute.
     * @example 60
     */
    RateLimitLimit: number;
    /**
     * @description Requests that are left in the running minute.
     * @example 0
     */
    RateLimitRemaining: number;
    /**
     * @description When the count starts again, in seconds since 1970.
     * @example 1772442900
     */
    RateLimitReset: number;
    /**
     * @description Seconds to wait before the next attempt. Not documented by the vendor, though clients look for it; it may be missing, or be an HTTP date.
     * @example 2
     */
    RetryAfter: string;
    /**
     * @description Suggests a file name: the id of the job, ending in `.mp4`.
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
      /** @description The completion, or the events of the stream if the request asked for one. */
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
      /** @description The model refuses a parameter, for example one that it does not support. */
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
      /** @description The pictures. */
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
      /** @description The model refuses a parameter. */
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
      /** @description The job was queued. */
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
         * @description Id of the job, from the answer that started it.
         * @example b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1
         */
        id: components['parameters']['VideoId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it stands. */
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
         * @description Id of the job, from the answer that started it.
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
      /** @description The video is not ready yet, or there is no such job. */
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
      /** @description The sound, in the format that the request asked for. */
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
      /** @description The text. The content types of plain text and subtitles are not documented: whatever is not JSON is the text itself. */
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
      /** @description One vector for each text. The example is shortened; real ones have hundreds of numbers. */
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
      /** @description The catalogue. */
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
        /**
         * @description Only instances that match this text. Which fields are searched is not documented.
         * @example training
         */
        search?: string;
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
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
            /** @description Where the list stands. */
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
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
      /** @description The instance was ordered. It has no address yet. */
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
      /** @description The server failed, or the type is out of stock. */
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
  getInstance: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the instance, from the list or from the answer that created it.
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the instance, from the list or from the answer that created it.
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
      /** @description As 204. A body, if there is one, says nothing more. */
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the instance, from the list or from the answer that created it.
         * @example 4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34
         */
        id: components['parameters']['InstanceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The status now. */
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
  listInstanceTypes: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
        /**
         * @description Only types with this GPU model. Spellings vary (`A100`, `h100-sxm`); take one from an earlier answer.
         * @example A100
         */
        gpu_type?: string;
        /**
         * @description Only types with this number of GPUs.
         * @example 1
         */
        gpu_count?: number;
        /**
         * @description Only types in this region.
         * @example us-east-1
         */
        region?: string;
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The types on offer. */
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
            /** @description All types that match. */
            data: components['schemas']['InstanceType'][];
            /** @description Where the list stands. */
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
            /** @description Where the list stands. */
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
      /** @description The environment was created. */
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
      /** @description As 204. A body, if there is one, says nothing more. */
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
      /** @description The environment after the change. */
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
            /** @description Where the list stands. */
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
      /** @description The key was added. */
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
      /** @description The key is registered already. */
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
         * @description Id of the SSH key, from the list or from the answer that added it.
         * @example c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435
         */
        id: components['parameters']['SSHKeyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key was deleted. */
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
      /** @description As 204. A body, if there is one, says nothing more. */
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
        /**
         * @description Only volumes that match this text. Which fields are searched is not documented.
         * @example datasets
         */
        search?: string;
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
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
            /** @description Where the list stands. */
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
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
      /** @description The volume was created. */
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
  getStorageVolume: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the volume, from the list or from the answer that created it.
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the volume, from the list or from the answer that created it.
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
      /** @description The volume was deleted; nothing is said of a refund. */
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
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path: {
        /**
         * @description Id of the volume, from the list or from the answer that created it.
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
      /** @description The new size is not valid. */
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
  listStorageRegions: {
    parameters: {
      query?: {
        /**
         * @description Name of the environment to act in: the name, not the id. Without it the default environment of the workspace is meant, usually `main`, which can be production. Send the header of the same meaning as well.
         * @example staging
         */
        environment?: components['parameters']['EnvironmentQuery'];
      };
      header?: {
        /**
         * @description Name of the environment to act in, the same as in the query. Clients in the field use one or the other; sending both makes sure that the call does not fall back on the default environment.
         * @example staging
         */
        'X-Environment'?: components['parameters']['EnvironmentHeader'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The regions. */
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
            /** @description Where the list stands. */
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
  listTemplates: {
    parameters: {
      query?: {
        /**
         * @description Number of the page; the first is 1.
         * @example 1
         */
        page?: number;
        /**
         * @description Templates on a page.
         * @example 10
         */
        page_size?: number;
        /**
         * @description Only templates that match this text.
         * @example finetune
         */
        search?: string;
        /**
         * @description Only templates of this category.
         * @example ml
         */
        category?: string;
        /**
         * @description What to sort by. The accepted values are not documented.
         * @example name
         */
        sort_by?: string;
        /**
         * @description Which way to sort. The accepted values are not documented.
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
            /** @description Where the list stands. */
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
         * @description Transactions in one answer, at most.
         * @example 3
         */
        limit?: number;
        /**
         * @description Transactions to skip.
         * @example 0
         */
        offset?: number;
        /**
         * @description Only transactions of this type.
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
            /** @description Where the list stands. */
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
         * @description First day of the span, as `YYYY-MM-DD`.
         * @example 2026-02-01
         */
        from?: string;
        /**
         * @description Last day of the span, as `YYYY-MM-DD`. Whether that day is included is not documented.
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
      /** @description The usage in the span. */
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
