import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './port.ts';

export interface TestValkey {
  /** `redis://…`, with the password when there is one. */
  url: string;
  port: number;
  pid: number;
  /** SIGKILL. Nothing is kept on a disk: whoever starts again on this port finds it empty. */
  kill(): Promise<void>;
  /** FLUSHALL. */
  flush(): Promise<void>;
  /** A command and its answer, over a connection of its own. */
  send(command: string, ...words: string[]): Promise<unknown>;
  /** As `kill`; safe to call twice and after it. */
  close(): Promise<void>;
}

export interface ValkeyOptions {
  /** A free one when not given. */
  port?: number;
  /** Clients must show it. Letters and digits. */
  password?: string;
}

/**
 * A real Valkey 9, as WebAssembly from npm, in a process of its own on 127.0.0.1: for tests, proofs and the bench. It
 * goes with the process that started it.
 */
export async function startValkey({ port, password }: ValkeyOptions = {}): Promise<TestValkey> {
  const own = port ?? (await freePort());
  const file = join(import.meta.dirname, `valkey-child${extname(import.meta.filename)}`);
  const child = fork(file, [String(own), ...(password ? [password] : [])], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((done) => void child.once('exit', () => done()));
  await listening(child);
  const url = `redis://${password ? `:${password}@` : ''}127.0.0.1:${own}`;
  const close = () => {
    child.kill('SIGKILL');
    return gone;
  };
  const send = sender(url);
  return {
    ...{ url, port: own, pid: child.pid ?? 0, kill: close, close, send },
    flush: async () => void (await send('FLUSHALL')),
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`Valkey ended with ${code} before it listened.`)));
  });
}

const sender =
  (url: string) =>
  async (command: string, ...words: string[]) => {
    const client = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
    try {
      return await client.call(command, ...words);
    } finally {
      client.disconnect();
    }
  };

export interface MovableName {
  url: string;
  /** Connections that come from now on reach that port; those that are open stay where they are. */
  leadTo(port: number): void;
  close(): void;
}

/** What a name in DNS is to clients: one server at first, another one after a failover. */
export async function movableName(first: number): Promise<MovableName> {
  const led = { to: first };
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    const way = connect(led.to, '127.0.0.1');
    for (const [one, other] of [
      [caller, way],
      [way, caller],
    ] as const) {
      open.add(one.on('error', () => undefined).on('close', () => other.destroy()));
      one.pipe(other);
    }
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (port) => void (led.to = port),
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
