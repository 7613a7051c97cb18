import '../../follow-parent.mjs';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server can be at most: node:http that looks an address up and sends bytes that were packed before. */
const file = process.argv[2] ?? '';
const kept = JSON.parse(readFileSync(file, 'utf8')) as [string, Record<string, string>, string][];
const answers = new Map(
  kept.map(([path, headers, body]) => [path, { headers, body: Buffer.from(body, 'base64') }]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, answer.headers);
  response.end(answer.body);
});
// As many may wait at its door as at the door of cms.
server.listen(0, '127.0.0.1', 4_096, () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
