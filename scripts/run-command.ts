import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../config/env.ts';
import type { EnvSource } from '../config/env.ts';
import { root } from './root.ts';

const followParent = join(root, 'scripts', 'follow-parent.mjs');

export interface Command {
  /** A file that Node runs. */
  file: string;
  args?: string[];
  cwd?: string;
  env?: EnvSource;
  signal?: AbortSignal;
}

export interface Result {
  ok: boolean;
  /** Both streams, in the order they came. */
  output: string;
}

/** Runs a Node program to its end and keeps what it says. */
export function runCommand({ file, args = [], cwd = root, env = {}, signal }: Command): Promise<Result> {
  const child = spawn(process.execPath, ['--import', followParent, file, ...args], {
    cwd,
    signal,
    // What runs to an end by itself may be cut off anywhere, and somebody waits for the terminal.
    killSignal: 'SIGKILL',
    env: childEnvironment(env),
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => output.push(Buffer.from(error.message)));
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(output).toString() }));
  });
}
