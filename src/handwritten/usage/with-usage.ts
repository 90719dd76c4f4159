import type { RequestOptions } from '../core/operation/operation.js';
import { fieldsOf } from './figures.js';

type Fields = Readonly<Record<string, unknown>>;

/** Asks a streamed completion for its usage, unless the caller has said whether to. */
export function withUsage(args: Fields, options: RequestOptions): Fields {
  if (args['stream'] !== true) return args;
  const { streamOptions, stream_options: onWire } = args;
  // The spelling of the wire, and what `extraBody` has, go as they are.
  if (onWire !== undefined || fieldsOf(fieldsOf(options)['extraBody'])['stream_options'] !== undefined) return args;
  const said = fieldsOf(streamOptions);
  if (said['includeUsage'] !== undefined || said['include_usage'] !== undefined) return args;
  return { ...args, streamOptions: { ...said, includeUsage: true } };
}
