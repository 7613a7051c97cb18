import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { childEnvironment } from '../../config/env.ts';

type Word = { kind: string };
type OfKind<Words extends Word, Kind> = Extract<Words, { kind: Kind }>;

/** A program of the bench in a process of its own: what it is told and what it says are named by their `kind`. */
export interface Companion<To extends Word, From extends Word> {
  pid: number;
  tell: (message: To) => void;
  /** The next that it says of this kind. @throws Error when it ends before, or has ended */
  hear: <Kind extends From['kind']>(kind: Kind) => Promise<OfKind<From, Kind>>;
  /** Tells it something and hears what it says to that. */
  ask: <Kind extends From['kind']>(message: To, kind: Kind) => Promise<OfKind<From, Kind>>;
  /** Resolves when it has ended, by itself or by `stop`. */
  ended: Promise<void>;
  stop: () => void;
}

/** Resolves when it has said `ready`. `name` begins the sentence that says that it has ended. */
export async function startCompanion<To extends Word, From extends Word>(
  file: string,
  name: string,
): Promise<Companion<To, From>> {
  const child = fork(file, { env: childEnvironment({ TZ: 'UTC' }) });
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  const hear = hearing<From>({ child, ended, name });
  // Ctrl-C in a terminal reaches it before us; whoever waits for an answer hears that it has ended.
  const tell = (message: To) => void (child.connected && child.send(message));
  await hear('ready');
  return {
    pid: child.pid ?? 0,
    tell,
    hear,
    ask: (message, kind) => {
      const answer = hear(kind);
      tell(message);
      return answer;
    },
    ended,
    stop: () => void child.kill('SIGKILL'),
  };
}

type Heard = { child: ChildProcess; ended: Promise<void>; name: string };

const hearing =
  <From extends Word>({ child, ended, name }: Heard): Companion<Word, From>['hear'] =>
  (kind) =>
    new Promise((settle, fail) => {
      const on = (message: From) => {
        if (message.kind !== kind) return;
        child.off('message', on);
        settle(message as OfKind<From, typeof kind>);
      };
      child.on('message', on);
      void ended.then(() => fail(new Error(`${name} ended with ${child.exitCode ?? child.signalCode}.`)));
    });
