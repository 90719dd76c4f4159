// The server of memory.ts, in a process of its own, so that its memory does not count.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const piece = Buffer.alloc(64 * 1024, 7);
const videoBytes = Number(process.argv[2]);

const server = createServer((request, response) => {
  const { method, url = '' } = request;
  if (method === 'POST') {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => sendJson(response, { text: String(bytes) }));
    return;
  }
  if (!url.endsWith('/download')) return sendJson(response, { id: 'job', status: 'completed' });
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': videoBytes });
  sendPieces(response, videoBytes);
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendPieces(response: ServerResponse, left: number): void {
  while (left > 0) {
    const next = piece.subarray(0, Math.min(left, piece.length));
    left -= next.length;
    if (response.write(next)) continue;
    response.once('drain', () => sendPieces(response, left));
    return;
  }
  response.end();
}
