import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts processor time in these, whatever the kernel was built with. */
const ticksPerSecond = 100;
const pageBytes = 4096;

/** What a process has used: `own` by itself, `children` by processes of its that have ended and were waited for. */
export interface ProcessorTime {
  parent: number;
  ownMs: number;
  childrenMs: number;
}

/** Reads a line of /proc/PID/stat; the name in brackets may hold anything, brackets and spaces too. */
export function parseStat(line: string): ProcessorTime {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  const inMs = (ticks: number) => (ticks * 1000) / ticksPerSecond;
  return {
    parent: field(4),
    ownMs: inMs(field(14) + field(15)),
    childrenMs: inMs(field(16) + field(17)),
  };
}

/** Processor time of a process and all that it started, in milliseconds; 0 when it is gone. */
export function familyTimeMs(pid: number): number {
  const known = allProcesses();
  const members = [pid, ...known.filter(([, { parent }]) => parent === pid).map(([child]) => child)];
  const times = new Map(known);
  const head = times.get(pid);
  const own = members.reduce((sum, member) => sum + (times.get(member)?.ownMs ?? 0), 0);
  return own + (head?.childrenMs ?? 0);
}

/** Resident memory of one process, in bytes; 0 when it is gone. */
export function residentBytes(pid: number): number {
  const pages = read(`/proc/${pid}/statm`)?.split(' ')[1];
  return Number(pages ?? 0) * pageBytes;
}

function allProcesses(): [number, ProcessorTime][] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid): [number, ProcessorTime][] => {
    const line = read(`/proc/${pid}/stat`);
    return line === undefined ? [] : [[Number(pid), parseStat(line)]];
  });
}

/** A process may end between the listing and the reading. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
