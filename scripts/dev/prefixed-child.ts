import { spawn } from 'node:child_process';

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import { join } from 'node:path';
import { childEnvironment } from '../../config/env.ts';
import type { EnvSource } from '../../config/env.ts';
import { root } from '../root.ts';
import { signalGroup } from '../start/signal-group.ts';

const followParent = join(root, 'scripts', 'follow-parent.mjs');

export interface PrefixedOptions {
  name: string;
  /** Flags of Node itself. */
  flags?: string[];
  file: string;
  args?: string[];
  cwd: string;
  env: EnvSource;
  /** Sees every line that the program says. */
  onLine?: (line: string) => void;
}

export interface PrefixedChild {
  ended: Promise<string>;
  stop: () => Promise<void>;
}

/** Runs a Node program whose lines appear in this terminal behind its name. */
export function startPrefixed({
  name,
  flags = [],
  file,
  args = [],
  cwd,
  env,
  onLine,
}: PrefixedOptions): PrefixedChild {
  const child = spawn(process.execPath, [...flags, '--import', followParent, file, ...args], {
    cwd,
    env: childEnvironment({ ...env, FORCE_COLOR: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const show = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      console.log(`${name.padEnd(8)} │ ${line}`);
      onLine?.(line);
    });
  show(child.stdout);
  show(child.stderr);
  const ended = once(child, 'close').then(() => `${name} ended: see its last lines above.`);
  const stop = async () => {
    signalGroup(child.pid ?? 0, 'SIGTERM');
    await ended;
  };
  return { ended, stop };
}
