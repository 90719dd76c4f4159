// The server of stream-paced.ts: one event a millisecond, each in a write of its own, as a model sends its tokens.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatEvents } from '../samples.js';

const events = chatEvents(Number(process.argv[2]));

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.socket?.setNoDelay(true);
    sendFrom(0, response);
  });
});

server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());

function sendFrom(next: number, response: ServerResponse): void {
  if (next === events.length) return void response.end();
  response.write(events[next]);
  setTimeout(() => sendFrom(next + 1, response), 1);
}
