import { RuncrateError } from '../errors/errors.js';
import { Upload } from '../files/upload.js';
import type { WriteBody } from '../operation/operation.js';
import { queryText } from './query.js';
import { checkIsObject, typedParts } from './typed-parts.js';

/** A form as `application/x-www-form-urlencoded`: a file is its bytes, percent-encoded. */
export const urlEncoded: WriteBody = async (wire: unknown, { content: contentType, styles = {}, types = {} }) => {
  // A form that its caller has written.
  if (typeof wire === 'string' || wire instanceof URLSearchParams) {
    return { content: String(wire), contentType, singleUse: false };
  }
  checkIsObject(wire, contentType);
  const texts = Object.entries(wire as object).flatMap(([name, value]: [string, unknown]): Promise<string>[] => {
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (style) return value == null ? [] : [Promise.resolve(queryText(style({ name, in: 'query' }, value)))];
    return typedParts({ [name]: value }, types).map(([key, part]) =>
      part instanceof Upload ? encodedFile(key, part) : Promise.resolve(String(new URLSearchParams([[key, part]]))),
    );
  });
  const content = (await Promise.all(texts)).filter((text) => text !== '').join('&');
  return { content, contentType, singleUse: false };
};

async function encodedFile(name: string, { content }: Upload): Promise<string> {
  if ('uri' in content) throw new RuncrateError(`"${name}": a URL-encoded form can't contain a file of React Native.`);
  const bytes = new Uint8Array(await new Response(content).arrayBuffer());
  const texts = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return String(new URLSearchParams([[name, '']])) + texts.join('');
}
