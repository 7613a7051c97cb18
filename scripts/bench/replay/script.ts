import type { Heard } from './hearing.ts';
import { bornWords } from './recording.ts';
import { isOfASequence } from './sequences.ts';
import type { Deed } from './recording.ts';
import type { Value } from './wire.ts';

/** What stands in the place of a word that is another one each time. */
export type Slot =
  | { kind: 'event' }
  | { kind: 'name' }
  | { kind: 'id' | 'hash' | 'uuid' | 'number'; at: number }
  | { kind: 'code'; at: number; length: number }
  /** A number of a sequence, as PostgreSQL gave it in an earlier trip. */
  | { kind: 'given'; statement: number; row: number; column: number };

export type Part = string | Slot;

export interface ScriptStatement {
  text: string;
  /** Of one value: its parts; null and bytes as they were. */
  values: (Part[] | null | { base64: string })[];
}

/** A checkout to be played again: transactions, each of them trips of statements that are sent together. */
export interface Script {
  deeds: ScriptStatement[][][];
  statements: number;
  trips: number;
}

interface Site {
  eventId: string;
  name: string;
  known: ReadonlySet<string>;
}

/** Turns what was heard into what can be played for any departure and any buyer. */
export function scriptOf(deeds: readonly Deed[], site: Site): Script {
  const slots = slotsOf(deeds, site);
  const played = deeds.map(({ statements }) =>
    tripsOf(statements).map((trip) =>
      trip.map(({ text, values }) => ({ text, values: values.map((value) => partsOf(value, slots)) })),
    ),
  );
  const trips = played.flat();
  return { deeds: played, statements: trips.flat().length, trips: trips.length };
}

function tripsOf(statements: readonly Heard[]): Heard[][] {
  const trips = new Map<number, Heard[]>();
  for (const statement of statements)
    trips.set(statement.trip, [...(trips.get(statement.trip) ?? []), statement]);
  return [...trips.values()];
}

type Slots = Map<string, Slot>;

function slotsOf(deeds: readonly Deed[], { eventId, name, known }: Site): Slots {
  const slots: Slots = new Map([[name, { kind: 'name' }]]);
  const words = new Set(deeds.flatMap(bornWords));
  for (const word of words) if (!known.has(word)) slots.set(word, { kind: kindOf(word), at: slots.size });
  slots.set(eventId, { kind: 'event' });
  const statements = deeds.flatMap((deed) => deed.statements);
  for (const text of statements.flatMap(({ values }) => values.filter((value) => typeof value === 'string')))
    for (const [, code = ''] of text.matchAll(/"code":\s?"([A-Z2-7]{40,})"/g))
      slots.set(code, { kind: 'code', at: slots.size, length: code.length });
  statements.forEach(({ rows }, statement) => {
    rows.forEach((columns, row) =>
      columns.forEach((given, column) => {
        if (given === null || !isOfASequence(given) || slots.has(given)) return;
        slots.set(given, { kind: 'given', statement, row, column });
      }),
    );
  });
  return slots;
}

function kindOf(word: string): 'id' | 'hash' | 'uuid' | 'number' {
  if (word.length === 64) return 'hash';
  if (word.length === 36) return 'uuid';
  return word.length === 11 ? 'number' : 'id';
}

function partsOf(value: Value, slots: Slots): ScriptStatement['values'][number] {
  if (value === null || typeof value !== 'string') return value;
  const words = [...slots.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`((?<!\\d)(?:${words.join('|')})(?!\\d))`);
  return value.split(pattern).flatMap((part): Part[] => (part === '' ? [] : [slots.get(part) ?? part]));
}
