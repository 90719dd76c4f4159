import type { WriteParameter } from '../operation/parameter.js';
import { commaDelimited, encodedText } from './delimited.js';
import { isNested, queryPairs } from './query.js';

/**
 * Reserved expansion (RFC 6570, 3.2.3) of what `write` writes: OpenAPI's `allowReserved`. Reserved characters are sent as
 * they are, and so is what is percent-encoded already. Still encoded are `#`, `[` and `]`, which a query can't have, `&`
 * and `+`, which mean something else in it, and in a list with commas the commas of its items.
 */
export function reserved(write: WriteParameter = queryPairs): WriteParameter {
  return (parameter, value) =>
    write(parameter, value).map(([name, text, isEncoded]) => {
      const isList = write === commaDelimited && isNested(value);
      const pattern = isList ? exceptCommas : all;
      const plain = (isEncoded ? text : encodedText(text)).replace(pattern, (code: string, triple?: string) =>
        triple === undefined ? decodeURIComponent(code) : `%${triple}`,
      );
      return [name, plain, true];
    });
}

/** A percent sign before two hexadecimal digits, or a reserved character. */
const all = /%25([\da-f]{2})|%(?:3A|2F|3F|40|24|2C|3B|3D)/gi;
const exceptCommas = /%25([\da-f]{2})|%(?:3A|2F|3F|40|24|3B|3D)/gi;
