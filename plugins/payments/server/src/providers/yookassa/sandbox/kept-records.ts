import { existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Payment, Receipt, Refund } from './records.ts';

export type KeptRecord = { what: 'payment' | 'refund' | 'receipt'; object: Payment | Refund | Receipt };

/** The records of the shop in a file, one a line, the latest word of each last. Without a folder nothing is kept. */
export function keptRecords(folder: string | undefined) {
  if (folder === undefined) return { read: (): KeptRecord[] => [], append: () => {} };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'records.jsonl');
  const end = openSync(file, 'a');
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(recordOf) : []),
    append: (record: KeptRecord) => writeSync(end, `${JSON.stringify(record)}\n`),
  };
}

/** A line that was cut off by a kill is left out. */
function recordOf(line: string): KeptRecord[] {
  try {
    return line ? [JSON.parse(line) as KeptRecord] : [];
  } catch {
    return [];
  }
}
