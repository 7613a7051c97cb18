import { join } from 'node:path';
import type { Env } from '../../config/env.ts';
import { startPostgres } from '../../database/embedded.ts';
import type { Opening } from './opening.ts';
import { requireDatabase } from './preflight.ts';
import { step } from './progress.ts';

export interface RunningDatabase {
  url: string;
  /** Resolves with a sentence when it goes and nobody asked it to; never for a server of the operator's own. */
  vanished: Promise<string>;
}

/** The operator's own server when DATABASE_URL names one, else ours. */
export async function openDatabase({ folder, closers }: Opening, env: Env): Promise<RunningDatabase> {
  if (!env.databaseEmbedded) {
    await requireDatabase(env.databaseUrl);
    return { url: env.databaseUrl, vanished: new Promise(() => undefined) };
  }
  const dataDir = join(folder, 'postgres');
  const work = () => startPostgres({ dataDir, port: env.databasePort });
  const server = await step({ name: 'PostgreSQL answers', work });
  closers.push(server.stop);
  const sentence = `PostgreSQL ended: see ${join(dataDir, 'postgres.log')}, then start again.`;
  return { url: server.url, vanished: server.exited.then(() => sentence) };
}
