/** What the model says. */
export interface ChatReply {
  /** The text. */
  readonly content?: string | null;
  /** The content as JSON. */
  readonly json?: unknown;
  /** What a reasoning model thinks first. */
  readonly reasoning?: string;
  /** The tools that it calls; `arguments` as an object, or as the text that a model sends. */
  readonly toolCalls?: readonly { readonly name: string; readonly arguments?: unknown; readonly id?: string }[];
  /** @defaultValue `tool_calls` if there are any, else `stop` */
  readonly finishReason?: 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter';
  /** The pieces of a stream. Default: word by word. */
  readonly pieces?: readonly string[];
  /** Seconds before each event of a stream. */
  readonly delay?: number;
}

/** A request, as on the wire. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatRequestMessage[];
  readonly stream?: boolean;
  readonly tools?: readonly {
    readonly function?: { readonly name: string; readonly parameters?: Readonly<Record<string, unknown>> };
  }[];
  readonly tool_choice?: string | { readonly function?: { readonly name?: string } };
  readonly parallel_tool_calls?: boolean;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly schema?: Readonly<Record<string, unknown>> };
  };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly n?: number;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly [field: string]: unknown;
}

export interface ChatRequestMessage {
  readonly role: string;
  readonly content?: unknown;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly { readonly id: string }[];
  readonly [field: string]: unknown;
}
