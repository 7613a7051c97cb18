import { Pool } from 'pg';
import { clock } from '@gangway/kit';
import { log } from '../log/log.ts';
import { figuresStatement } from './house-figures.ts';
import type { Figure } from './house-figures.ts';

/** What a look into the database may take; a scrape that waits longer is of no use to anyone. */
const patienceMs = 1_000;

export type Figures = Partial<Record<string, number>>;

export interface FigureSource {
  /** All figures; undefined when the database does not answer in time. */
  ask(): Promise<Figures | undefined>;
  close(): Promise<void>;
}

interface Asking {
  connectionString: string;
  groups: readonly (readonly Figure[])[];
}

/**
 * One connection of its own, opened when somebody asks: figures must not wait behind the very requests whose queue
 * they tell about, nor take their place.
 */
export function figureSource({ connectionString, groups }: Asking): FigureSource {
  const pool = new Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
    idleTimeoutMillis: 60_000,
    application_name: 'gangway-metrics',
  });
  // The pool has taken the lost connection out already; the next question opens another.
  pool.on('error', () => undefined);
  const ask = async () => {
    const answers: Figures[] = [];
    for (const group of groups) answers.push(await askGroup(pool, group));
    return Object.assign({}, ...answers) as Figures;
  };
  return { ask: () => ask().catch(() => undefined), close: () => pool.end() };
}

async function askGroup(pool: Pool, group: readonly Figure[]): Promise<Figures> {
  try {
    const { rows } = await pool.query<Figures>(figuresStatement(group), [clock.now()]);
    return rows[0] ?? {};
  } catch (error) {
    if (!isAnswer(error)) throw error;
    log.warn({ err: error }, 'some figures could not be asked for');
    return {};
  }
}

/** The server is there and said no, as it does when a table is missing; classes 08 and 57 are about the server itself. */
const isAnswer = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?!08|57)[0-9A-Z]{5}$/.test(String(error.code));
