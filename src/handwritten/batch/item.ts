/** A request of a batch, in the shape of OpenAI's batch API. */
export interface BatchItem<Body = unknown> {
  /** Tells the items apart: no two have the same. */
  readonly custom_id: string;
  /** HTTP method. Default: `POST`. */
  readonly method?: string | undefined;
  /** Path of the inference API, such as `/v1/chat/completions`. */
  readonly url?: string | undefined;
  /** The body of the request. Of a file, with the names of the wire: `max_tokens`. */
  readonly body: Body;
}

/** How an item failed, as it is written to the output. */
export interface BatchLineError {
  /** The class of the error: `BadRequestError`. */
  readonly name: string;
  /** What went wrong. */
  readonly message: string;
  /** The API's machine-readable code. */
  readonly code?: string | undefined;
  /** HTTP status, if there was a response. */
  readonly statusCode?: number | undefined;
  /** The server's request id, if it sent one. */
  readonly requestId?: string | undefined;
  /** Whether the item may have been carried out, and billed. Only `onUnknown: 'retry'` repeats it. */
  readonly outcomeUnknown: boolean;
}

/** The outcome of an item: a line of the output. Of several lines of one item, the last counts. */
export interface BatchLine<Response = unknown> {
  /** The id of the item. */
  readonly custom_id: string;
  /** What `run` or the operation returned; null if it failed. */
  readonly response: Response | null;
  /** Why it failed; null if it did not. */
  readonly error: BatchLineError | null;
  /** Attempts of the last call, retries included. */
  readonly attempts: number;
  /** The `usage` of the response, unchanged; null if it has none. */
  readonly usage: Readonly<Record<string, unknown>> | null;
  /** A hash of the item, by which a changed input is noticed. */
  readonly input_hash: string;
}
