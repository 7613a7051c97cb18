import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to the database of this test worker on which an answer can be lost. */
export type LossyDatabase = {
  url: string;
  /** Resolves when the connection of an answer with this word in it was cut: what was asked is done, and nobody hears of it. */
  lose(word: string): Promise<void>;
  close(): void;
};

type State = { word?: string; lost: () => void };

export async function lossyDatabase(): Promise<LossyDatabase> {
  const state: State = { lost: () => undefined };
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    for (const end of passOn(near, state)) {
      ends.add(end.on('error', () => undefined));
      end.once('close', () => ends.delete(end));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    lose: (word) => new Promise((resolve) => Object.assign(state, { word, lost: resolve })),
    close: () => {
      server.close();
      for (const end of ends) end.destroy();
    },
  };
}

function passOn(near: Socket, state: State): Socket[] {
  const { hostname, port } = new URL(databaseUrl);
  const far = connect(Number(port), hostname);
  near.pipe(far);
  near.once('close', () => far.destroy());
  far.once('close', () => near.destroy());
  far.on('data', (answer: Buffer) => {
    if (state.word === undefined || !answer.includes(state.word)) return void near.write(answer);
    delete state.word;
    near.destroy();
    state.lost();
  });
  return [near, far];
}
