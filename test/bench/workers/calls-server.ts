// The server of calls.ts: sends no response until it has received all requests and the bench sends `go`.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatText } from '../samples.js';

const due = Number(process.argv[2]);
let waiting: ServerResponse[] = [];

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    waiting.push(response);
    if (waiting.length === due) process.send!('all here');
  });
});

server.listen({ port: 0, host: '127.0.0.1', backlog: 2 * due }, () =>
  process.send!((server.address() as AddressInfo).port),
);
process.on('message', () => {
  // Without keep-alive no connection stays open, so whatever is left was leaked by the client.
  for (const response of waiting) {
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(chatText);
  }
  waiting = [];
});
process.once('disconnect', () => process.exit());
