import { formatOf, type Signatures } from './image-type.js';

/** The last part of a path, of this system or another. */
export function lastSegment(path: string): string {
  return path.replace(/^.*[\\/]/s, '');
}

/** The last part of a URL's path, decoded if it can be. */
export function lastUrlSegment(url: string): string {
  const { pathname } = new URL(url);
  try {
    return lastSegment(decodeURIComponent(pathname));
  } catch {
    return lastSegment(pathname);
  }
}

/** The name of a File, or of the file that a Node stream reads. */
export function nameOf(value: object): string | undefined {
  const { name, path } = value as { readonly name?: unknown; readonly path?: unknown };
  const known = name || path;
  return typeof known === 'string' ? lastSegment(known) : undefined;
}

/** What is known of a file without its bytes. */
export interface FileFacts {
  /** The caller's own file name, which is sent unchanged. */
  readonly filename?: string | undefined;
  /** The name that the file has elsewhere. A server may detect the format by its extension: it gets one. */
  readonly name?: string | undefined;
  /** The media type that it was given. */
  readonly type?: string | undefined;
  /** What it is called without any name. */
  readonly unnamed?: string | undefined;
}

/** The name and the media type of a form part. */
export interface FileLabel {
  readonly name: string;
  readonly type: string;
}

/** Whether the first bytes of a file would tell more about it. */
export function isUnknown({ filename, name, type }: FileFacts): boolean {
  return extensionByType(type) === undefined && typeByName(filename || name) === undefined;
}

/** Labels a file by its name and type, else by its first bytes. */
export function labelOf(
  { filename, name, type, unnamed = 'file' }: FileFacts,
  head: Uint8Array = new Uint8Array(),
): FileLabel {
  const extension = extensionByType(type) ?? formatOf(head, signatures);
  const suffix = extension && !name?.includes('.') ? `.${extension}` : '';
  const label = filename || (name || (extension ? unnamed.replace(/\..*/, '') : unnamed)) + suffix;
  const ownType = /^\w+\/octet-stream/.test(type ?? '') ? undefined : type;
  return { name: label, type: ownType || (typeByName(label) ?? typeByName(suffix) ?? 'application/octet-stream') };
}

/** The media type for the extension of a file name. */
function typeByName(name = ''): string | undefined {
  return typeByExtension.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** The extension for a media type, also in its older spellings: `audio/x-m4a`. */
function extensionByType(type = ''): string | undefined {
  const [kind = '', format = ''] = type
    .toLowerCase()
    .replace(/\/(x-|vnd\.)/, '/')
    .split(/[/; ]/);
  const usual = usualExtensions[`${kind}/${format}`] ?? format;
  return typeByExtension.has(usual) ? usual : undefined;
}

const usualExtensions: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mpeg3': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wave': 'wav',
  'audio/opus': 'ogg',
  'audio/aacp': 'aac',
  'audio/3gpp': '3gp',
  'video/3gpp': '3gp',
  'video/quicktime': 'mov',
};

const signatures: Signatures = {
  flac: /^fLaC/,
  ogg: /^OggS/,
  wav: /^(RIFF|RF64)[^]{4}WAVE/,
  webm: /^\x1aE\xdf\xa3/,
  // A tag, or a frame of layer III.
  mp3: /^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/,
  m4a: /^[^]{4}ftypM4[AB]/,
  mp4: /^[^]{4}ftyp/,
};

const typeByExtension: ReadonlyMap<string, string> = new Map([
  ['3gp', 'audio/3gpp'],
  ['aac', 'audio/aac'],
  ['aiff', 'audio/aiff'],
  ['amr', 'audio/amr'],
  ['flac', 'audio/flac'],
  ['m4a', 'audio/mp4'],
  ['mov', 'video/quicktime'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['mpeg', 'audio/mpeg'],
  ['mpga', 'audio/mpeg'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['webm', 'audio/webm'],
]);
