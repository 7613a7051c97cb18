import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Acknowledgement } from '../checker/records.ts';

/** Written before the buyer goes on, so that what was said to a buyer is known whatever is killed next. */
export type Acknowledge = (line: Acknowledgement) => void;

export function acknowledgementLog(file: string): Acknowledge {
  mkdirSync(dirname(file), { recursive: true });
  return (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
}
