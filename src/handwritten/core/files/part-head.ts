import type { FileLabel } from './upload-name.js';

/** The boundary and headers of a form part (RFC 7578). `type`: the media type of text, if it is not plain. */
export function partHead(name: string, value: string | FileLabel, boundary: string, type?: string): string {
  const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
  if (typeof value !== 'string') {
    return `${disposition}; filename="${escapeName(value.name)}"\r\nContent-Type: ${escapeType(value.type)}\r\n\r\n`;
  }
  return type === undefined ? `${disposition}\r\n\r\n` : `${disposition}\r\nContent-Type: ${type}\r\n\r\n`;
}

/** What ends a form. */
export function formEnd(boundary: string): string {
  return `--${boundary}--\r\n`;
}

/** The media type of a form with parts. */
export function formType(boundary: string): string {
  return `multipart/form-data; boundary=${boundary}`;
}

/** As browsers do: a quote or a line break must not end the header. */
function escapeName(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

function escapeType(type: string): string {
  return /^[\u0020-\u007e]+$/.test(type) ? type : 'application/octet-stream';
}
