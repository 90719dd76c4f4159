import { ownBlob, ownForm } from '../files/fetch-classes.js';
import { RuncrateError } from '../errors/errors.js';
import { isDate, isNested, plainText } from './query.js';
import { Upload, type FormPart } from '../files/upload.js';

/** The form parts of wire fields: an array is one part for each item, an object is JSON. */
export function formParts(wire: object): FormPart[] {
  return Object.entries(wire).flatMap(([name, value]: [string, unknown]): readonly FormPart[] => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.filter((item) => item != null).map((item) => [name, partValue(item)]);
  });
}

function partValue(value: unknown): string | Upload {
  if (value instanceof Upload) return value;
  if (isNested(value)) return JSON.stringify(value);
  const text = isDate(value) ? value.toJSON() : plainText(value);
  if (text != null) return text;
  throw new RuncrateError('A form field must be a string, a number, a boolean or a file.');
}

/** A form whose files are in memory or on disk. */
export async function formData(parts: readonly FormPart[]): Promise<FormData> {
  const form = await ownForm();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else if ('uri' in value.content) {
      const { name: filename, type } = value;
      form.append(name, { ...value.content, name: filename, type } as unknown as Blob);
    }
    // A slice is a view, with the type of the part.
    else form.append(name, (value.content as Blob).slice(0, undefined, value.type), value.name);
  }
  return form;
}

/** The parts of a caller's own form. */
export function partsOf(form: FormData): Promise<FormPart[]> {
  const parts: Promise<FormPart>[] = [];
  const partOf = async (value: FormDataEntryValue, name: string): Promise<FormPart> => [
    name,
    typeof value === 'string' ? value : new Upload(await ownBlob(value), value),
  ];
  form.forEach((value, name) => parts.push(partOf(value, name)));
  return Promise.all(parts);
}
