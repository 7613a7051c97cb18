import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to the database of this test worker on which an answer can be lost. */
export type LossyDatabase = {
  url: string;
  /** Resolves when the connection of an answer with this word in it was cut: what was asked is done, and nobody hears of it. */
  lose(word: string): Promise<void>;
  /**
   * Connections on which this word has been asked, or is asked, carry nothing any more, and look open at both ends. Resolves
   * with the first.
   */
  silence(word: string): Promise<void>;
  close(): void;
};

type State = { word?: string; lost: () => void; silent?: string; silenced: () => void; ways: Way[] };
type Way = { asked: string; ends: readonly Socket[] };

export async function lossyDatabase(): Promise<LossyDatabase> {
  const state: State = { lost: () => undefined, silenced: () => undefined, ways: [] };
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
    silence: (word) =>
      new Promise((resolve) => {
        Object.assign(state, { silent: word, silenced: resolve });
        for (const way of state.ways) hush(way, state);
      }),
    close: () => {
      server.close();
      for (const end of ends) end.destroy();
    },
  };
}

function passOn(near: Socket, state: State): Socket[] {
  const { hostname, port } = new URL(databaseUrl);
  const far = connect(Number(port), hostname);
  const way: Way = { asked: '', ends: [near, far] };
  state.ways.push(way);
  near.on('data', (question: Buffer) => {
    way.asked += question.toString('latin1');
    if (!hush(way, state)) far.write(question);
  });
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

/** Whether the way is silent from now on. */
function hush({ asked, ends }: Way, { silent, silenced }: State): boolean {
  if (silent === undefined || !asked.includes(silent)) return false;
  for (const end of ends) end.pause();
  silenced();
  return true;
}
