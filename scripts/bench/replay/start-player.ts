import { join } from 'node:path';
import { startCompanion } from '../companion.ts';
import type { FromPlayer, PlayOrder, PlayReport, ToPlayer } from './messages.ts';

export interface Player {
  pid: number;
  play: (order: PlayOrder) => Promise<PlayReport>;
  stop: () => void;
}

export async function startPlayer(): Promise<Player> {
  const file = join(import.meta.dirname, 'process.ts');
  const { pid, ask, stop } = await startCompanion<ToPlayer, FromPlayer>(file, 'The bare client');
  return { pid, stop, play: async (order) => (await ask({ kind: 'play', order }, 'played')).report };
}
