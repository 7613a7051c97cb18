import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../../config/env.ts';
import type { EnvSource } from '../../config/env.ts';
import { operatorError } from '../../database/operator-error.ts';
import { root } from '../root.ts';
import { memoryFlag, memoryVariables } from './memory-settings.ts';
import { signalGroup } from './signal-group.ts';

const followParent = join(root, 'scripts', 'follow-parent.mjs');
const pollMs = 100;
const patienceMs = 300_000;
/** Levels that never say why a process ended, in the words and in the numbers of pino. */
const everyday = ['info', 'debug', 'trace', '30', '20', '10'];

export interface ChildOptions {
  /** What people call it, at the beginning of a sentence. */
  title: string;
  file: string;
  args?: string[];
  cwd: string;
  env: EnvSource;
  logFile: string;
}

export interface Child {
  pid: number;
  title: string;
  logFile: string;
  /** Resolves with the sentence that says how it ended. */
  ended: Promise<string>;
  /** Asks it to stop, and after `graceMs` makes it; nothing that it started is left. */
  stop: (graceMs: number) => Promise<void>;
}

/** Starts a Node program as the leader of its own group, so that Ctrl-C in the terminal reaches only us. */
export function startChild({ title, file, args = [], cwd, env, logFile }: ChildOptions): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, [memoryFlag, '--import', followParent, file, ...args], {
    cwd,
    env: { ...memoryVariables, ...childEnvironment(env) },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${title} could not be started: ${error.message}.`));
    child.once('exit', (code, signal) => resolve(ending({ title, code, signal, logFile })));
  });
  return { pid, title, logFile, ended, stop: (graceMs) => stopGroup({ pid, ended, graceMs }) };
}

/**
 * Waits until `url` answers with success.
 * @throws OperatorError CHILD_FAILED when the child ends first or never answers
 */
export async function untilItAnswers({
  child,
  url,
  signal,
}: {
  child: Child;
  url: string;
  signal: AbortSignal;
}) {
  const over = new AbortController();
  const patience = AbortSignal.any([over.signal, signal, AbortSignal.timeout(patienceMs)]);
  const outcome = await Promise.race([child.ended, answer({ child, url, signal: patience })]);
  over.abort();
  signal.throwIfAborted();
  if (outcome !== 'answered') throw operatorError('CHILD_FAILED', outcome);
}

async function answer({
  child,
  url,
  signal,
}: {
  child: Child;
  url: string;
  signal: AbortSignal;
}): Promise<string> {
  while (!signal.aborted) {
    const response = await fetch(url, { signal }).catch(() => undefined);
    if (response?.ok) return 'answered';
    await pause(pollMs, undefined, { signal }).catch(() => undefined);
  }
  return `${child.title} did not answer at ${url}: see ${child.logFile}, then start again.`;
}

async function stopGroup({ pid, ended, graceMs }: { pid: number; ended: Promise<string>; graceMs: number }) {
  const over = new AbortController();
  signalGroup(pid, 'SIGTERM');
  const grace = pause(graceMs, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([ended, grace]);
  over.abort();
  signalGroup(pid, 'SIGKILL');
  await ended;
}

interface Ending {
  title: string;
  code: number | null;
  signal: NodeJS.Signals | null;
  logFile: string;
}

/** What is killed from outside has not logged why. */
function ending({ title, code, signal, logFile }: Ending): string {
  // Whoever stopped it may have cleared its folder away by now.
  const words = signal || !existsSync(logFile) ? '' : lastWords(readFileSync(logFile, 'utf8'));
  const how = signal ?? `code ${code}`;
  return `${title} ended with ${how}${words ? ` ("${words}")` : ''}: see ${logFile}, then start again.`;
}

/** The last line of a log; where that is a line in JSON, the message of the last one that warns or worse. */
function lastWords(log: string): string {
  const lines = log.trim().split('\n').reverse();
  const [last = ''] = lines;
  if (!last.startsWith('{')) return last.trim();
  return lines.map(complaint).find((words) => words !== undefined) ?? '';
}

function complaint(line: string): string | undefined {
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    return everyday.includes(String(level)) ? undefined : String(msg ?? line);
  } catch {
    return undefined;
  }
}
