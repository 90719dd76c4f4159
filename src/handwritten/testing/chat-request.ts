/** What the model says. */
export interface ChatReply {
  /** The text. */
  readonly content?: string | null;
  /** The content as JSON. */
  readonly json?: unknown;
  /** What a reasoning model thinks first. */
  readonly reasoning?: string;
  /** The tools that it calls; `arguments` as an object, or as the text that a model sends. */
  readonly toolCalls?: readonly {
    /** The name of the function. */
    readonly name: string;
    /** @defaultValue `{}` */
    readonly arguments?: unknown;
    /** @defaultValue by the turn and the place, such as `call_1_1` */
    readonly id?: string;
  }[];
  /** @defaultValue `tool_calls` if there are any, else `stop` */
  readonly finishReason?: 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter';
  /** The pieces of a stream. Default: word by word. */
  readonly pieces?: readonly string[];
  /** Seconds before each event of a stream. */
  readonly delay?: number;
}

/** A request, as on the wire. */
export interface ChatRequest {
  /** The id of the model. */
  readonly model: string;
  /** The conversation so far. */
  readonly messages: readonly ChatRequestMessage[];
  /** Whether the response is a stream. */
  readonly stream?: boolean;
  /** The tools that the model may call. */
  readonly tools?: readonly ChatRequestTool[];
  /** `auto`, `none`, `required`, or the function to call. */
  readonly tool_choice?:
    | string
    | {
        /** The function to call. */
        readonly function?: {
          /** Its name. */
          readonly name?: string;
        };
      };
  /** Whether one response may call several tools. */
  readonly parallel_tool_calls?: boolean;
  /** The format of the content. */
  readonly response_format?: ChatRequestFormat;
  /** In tokens. */
  readonly max_tokens?: number;
  /** In tokens, with the reasoning. */
  readonly max_completion_tokens?: number;
  /** How many choices. */
  readonly n?: number;
  /** Of a stream alone. */
  readonly stream_options?: {
    /** Whether the last chunk has the usage. */
    readonly include_usage?: boolean;
  };
  readonly [field: string]: unknown;
}

/** A tool of a request. */
export interface ChatRequestTool {
  /** The function to call. */
  readonly function?: {
    /** Its name. */
    readonly name: string;
    /** The JSON schema of its arguments. */
    readonly parameters?: Readonly<Record<string, unknown>>;
  };
}

/** The format that a request asks for. */
export interface ChatRequestFormat {
  /** `text`, `json_object` or `json_schema`. */
  readonly type: string;
  /** With `json_schema`. */
  readonly json_schema?: {
    /** The JSON schema of the content. */
    readonly schema?: Readonly<Record<string, unknown>>;
  };
}

/** A message of a request. */
export interface ChatRequestMessage {
  /** `system`, `user`, `assistant` or `tool`. */
  readonly role: string;
  /** A text, or a list of parts. */
  readonly content?: unknown;
  /** Of a message of a tool: the call that it answers. */
  readonly tool_call_id?: string;
  /** Of a message of the assistant. */
  readonly tool_calls?: readonly {
    /** The id of the call. */
    readonly id: string;
  }[];
  readonly [field: string]: unknown;
}
