/**
 * Wire ↔ public names of one schema. Only differences are listed: a field that is not listed, and has no listed
 * field below it, is passed through unchanged.
 */
export interface Codec {
  /** Public names of the fields that have the same name in snake_case on the wire: `gpuType` for `gpu_type`. */
  readonly snake?: readonly string[];
  /** Spelling on the wire → public name, of the other fields. Has every accepted spelling. */
  readonly names?: Readonly<Record<string, string>>;
  /** Public name → spelling that is sent, where `names` has several for one public name, or the sent one is the public one. */
  readonly sent?: Readonly<Record<string, string>>;
  /** Public name → codec of the field's value. */
  readonly fields?: Readonly<Record<string, CodecRef>>;
  /** Codec of each item, if the value is an array. */
  readonly items?: CodecRef;
  /** Codec of each value, if the value is a map with free keys. */
  readonly values?: CodecRef;
  /** An array of `{ key, value }` on the wire; the caller may pass a map. */
  readonly pairs?: true;
  /** `localDay` of core/request/styles.ts, if the value may be a calendar day: how a `Date` is sent. */
  readonly day?: (date: object) => unknown;
  /** Public names of the fields without which the object is not sent. */
  readonly required?: readonly string[];
  /** Public name → all values that are sent. */
  readonly oneOf?: Readonly<Record<string, readonly unknown[]>>;
  /** Public names of the fields that take a public key: a private one is not sent. */
  readonly publicKeys?: readonly string[];
}

/** A codec, or a function that returns it: schemas may be recursive. */
export type CodecRef = Codec | (() => Codec);
