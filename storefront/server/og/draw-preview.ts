import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { PreviewCard } from './card.ts';

interface Asked {
  card: PreviewCard;
  /** The bytes of the picture behind the words. */
  picture: () => Promise<Uint8Array | undefined>;
}

interface Answer {
  id: number;
  png?: Uint8Array;
  error?: string;
}

interface Waiting {
  resolve: (png: Uint8Array) => void;
  reject: (error: Error) => void;
}

const mostWaiting = 40;
const patience = 20_000;

// The page that asks is bundled into another folder; the worker stays where Node can read it.
const room = dirname(createRequire(import.meta.url).resolve('@gangway/storefront/package.json'));
const file = join(room, 'server', 'og', 'worker.ts');

const drawn = new LRUCache<string, Uint8Array>({
  maxSize: 48 * 1024 * 1024,
  sizeCalculation: (png) => png.byteLength,
});
const underWay = new Map<string, Promise<Uint8Array>>();
const waiting = new Map<number, Waiting>();
const state: { worker?: Worker; last: number } = { last: 0 };

/**
 * A link preview of 1200 × 630 as PNG, drawn in a thread of its own and kept while there is room.
 * @throws when too many wait already, or it cannot be drawn
 */
export async function drawPreview(key: string, asked: Asked): Promise<Uint8Array> {
  const known = drawn.get(key) ?? underWay.get(key);
  if (known) return known;
  if (underWay.size >= mostWaiting) throw new Error('Too many previews are being drawn.');
  const begun = drawAnew(asked).finally(() => underWay.delete(key));
  underWay.set(key, begun);
  const png = await begun;
  drawn.set(key, png);
  return png;
}

async function drawAnew({ card, picture }: Asked): Promise<Uint8Array> {
  const bytes = await picture();
  const id = (state.last += 1);
  const timer = setTimeout(() => settle({ id, error: 'The preview took too long.' }), patience);
  const answer = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
  theWorker().postMessage({ id, card, ...(bytes ? { picture: bytes } : {}) });
  return answer.finally(() => clearTimeout(timer));
}

function theWorker(): Worker {
  state.worker ??= openWorker();
  return state.worker;
}

function openWorker(): Worker {
  const worker = new Worker(file);
  worker.unref();
  worker.on('message', settle);
  worker.on('error', (error) => {
    delete state.worker;
    for (const id of waiting.keys()) settle({ id, error: String(error) });
  });
  return worker;
}

function settle({ id, png, error }: Answer): void {
  const one = waiting.get(id);
  waiting.delete(id);
  if (png) one?.resolve(png);
  else one?.reject(new Error(error));
}
