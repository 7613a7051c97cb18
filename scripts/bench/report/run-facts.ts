import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { root } from '../../root.ts';
import type { Scale } from '../scale.ts';

/** Where, when and with what a run was made. */
export interface RunFacts {
  date: string;
  commit: string;
  machine: { processor: string; processors: number; memoryGb: number; system: string };
  node: string;
  postgres: string;
  scale: Scale;
  rounds: number;
  seconds: number;
}

export function runFacts(work: {
  postgres: string;
  scale: Scale;
  rounds: number;
  seconds: number;
}): RunFacts {
  const processors = cpus();
  return {
    ...work,
    date: new Date().toISOString(),
    commit: commit(),
    machine: {
      processor: processors[0]?.model.trim() ?? 'unknown',
      processors: processors.length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `Linux ${release()}`,
    },
    node: process.version,
  };
}

/** With a plus where the tree was not what was committed. */
function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs/bench');
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}
