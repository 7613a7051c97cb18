import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Client, QueryResult } from 'pg';
import type { Part, Script, ScriptStatement, Slot } from './script.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Plays a whole checkout on one connection, with words of its own; every trip leaves in one piece. */
export async function play(client: Client, script: Script, eventId: string): Promise<void> {
  const given: unknown[][][] = [];
  const word = wordsOf(eventId, given);
  for (const trip of script.deeds.flat()) {
    const answers = await together(client, trip, word);
    given.push(...answers.map((answer) => rowsOf(answer).map((row): unknown[] => Object.values(row))));
  }
}

type Answer = QueryResult<object> | QueryResult<object>[];

/** Texts of several statements, such as a beginning with its settings, have an answer for each of them. */
const rowsOf = (answer: Answer): object[] => [answer].flat().at(-1)?.rows ?? [];

function together(client: Client, trip: readonly ScriptStatement[], word: Word): Promise<Answer[]> {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
    .connection;
  stream.cork();
  const answers = trip.map(({ text, values }) => client.query(bound(text, values, word)));
  process.nextTick(() => stream.uncork());
  return Promise.all(answers);
}

const names = new Map<string, string>();

function bound(text: string, values: ScriptStatement['values'], word: Word) {
  if (values.length === 0) return { text };
  const name = names.get(text) ?? createHash('md5').update(text).digest('hex');
  names.set(text, name);
  return { name, text, values: values.map((value) => written(value, word)) };
}

function written(value: ScriptStatement['values'][number], word: Word): string | Buffer | null {
  if (value === null) return null;
  if (!Array.isArray(value)) return Buffer.from(value.base64, 'base64');
  return value.map((part: Part) => (typeof part === 'string' ? part : word(part))).join('');
}

type Word = (slot: Slot) => string;

/** The same word for the same slot, another one for each checkout. */
function wordsOf(eventId: string, given: readonly unknown[][][]): Word {
  const name = randomUUID();
  const made = new Map<number, string>();
  return (slot) => {
    if (slot.kind === 'event') return eventId;
    if (slot.kind === 'name') return name;
    if (slot.kind === 'given') return String(given[slot.statement]?.[slot.row]?.[slot.column]);
    const before = made.get(slot.at) ?? fresh(slot);
    made.set(slot.at, before);
    return before;
  };
}

function fresh(slot: Exclude<Slot, { kind: 'event' | 'name' | 'given' }>): string {
  switch (slot.kind) {
    case 'id':
      return `b${randomBytes(12).toString('hex').slice(0, 23)}`;
    case 'hash':
      return randomBytes(32).toString('hex');
    case 'uuid':
      return randomUUID();
    case 'number':
      // As long as an order number, and not one of those that are in the tables.
      return randomBytes(6)
        .toString('hex')
        .slice(1)
        .replace(/^(...).(...).(...)$/, '$1-$2-$3');
    case 'code':
      return Array.from(randomBytes(slot.length), (byte) => alphabet[byte % 32]).join('');
  }
}
