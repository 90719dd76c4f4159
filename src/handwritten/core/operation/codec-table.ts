/**
 * Wire ↔ public names of one schema. Only what differs is listed: a field that is not named here, and has
 * nothing below it that is, passes through untouched.
 */
export interface Codec {
  /** Public names of the fields that are the same words in snake_case on the wire: `gpuType` for `gpu_type`. */
  readonly snake?: readonly string[];
  /** Spelling on the wire → public name, of the other fields. Holds every spelling that is understood. */
  readonly names?: Readonly<Record<string, string>>;
  /** Public name → spelling that is sent, where `names` has several for one public name, or the sent one is the public one. */
  readonly sent?: Readonly<Record<string, string>>;
  /** Public name → what is inside the field. */
  readonly fields?: Readonly<Record<string, CodecRef>>;
  /** What is inside each item, where the value is a list. */
  readonly items?: CodecRef;
  /** What is inside each value, where the value is a map with free keys. */
  readonly values?: CodecRef;
  /** The wire has a list of `{ key, value }`; the caller may give a map. */
  readonly pairs?: true;
}

/** A codec, or a function that gives it: schemas may hold themselves. */
export type CodecRef = Codec | (() => Codec);
