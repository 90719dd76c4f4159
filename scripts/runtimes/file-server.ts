import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { listen, type TrialServer } from './listen.js';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves the files of a folder to the browser of a trial. */
export async function serveFolder(folder: string): Promise<TrialServer> {
  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    const contentType = contentTypes[extname(pathname)] ?? 'application/octet-stream';
    readFile(join(folder, pathname)).then(
      (bytes) => response.writeHead(200, { 'content-type': contentType }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
}
