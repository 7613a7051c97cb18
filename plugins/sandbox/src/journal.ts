import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export type Journal = (service: string, entry: Record<string, unknown>) => void;

/**
 * The record of what the services did, one JSON object a line in `journal.jsonl`: `service`, `at` (business time) and
 * what the service says. Without a folder nothing is recorded.
 */
export function openJournal(folder: string | undefined, now: () => Date): Journal {
  if (folder === undefined) return () => {};
  mkdirSync(folder, { recursive: true });
  const end = openSync(join(folder, 'journal.jsonl'), 'a');
  return (service, entry) =>
    void writeSync(end, `${JSON.stringify({ service, at: now().toISOString(), ...entry })}\n`);
}
