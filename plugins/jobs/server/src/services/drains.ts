import { requireOpen, z } from '@gangway/kit';
import type { Clock, Transaction } from '@gangway/kit';
import type { DrainDefinition, DrainHandle, DrainItem } from '../../../contract/drain.ts';
import type { RunInTransaction } from '../../../contract/driver.ts';
import { giveUp } from '../../../contract/job.ts';
import type { JobLog, PayloadSchema } from '../../../contract/job.ts';
import type { JobRequest, SweepDefinition } from '../../../contract/jobs.ts';
import type { AnyJob } from '../domain/definition.ts';
import { waitAfter } from '../domain/drain-retries.ts';
import { readPayload, storedPayload } from '../domain/payload.ts';
import type { Registry } from '../domain/registry.ts';
import { setupError } from '../errors.ts';
import {
  appendItem,
  bury,
  forgetDone,
  lockItem,
  markDone,
  markFailed,
  revive,
  takeOldest,
} from '../store/items.ts';
import type { Item } from '../store/items.ts';
import { messageOf } from './message-of.ts';

export type DrainSettings = {
  registry: Registry;
  transaction: RunInTransaction;
  clock: Clock;
  log: JobLog;
  enqueueAll(trx: Transaction, requests: readonly JobRequest[]): Promise<void>;
};

type AnyDrain = DrainDefinition<PayloadSchema>;

/** After so many items of one key other jobs have their turn. */
const longestRun = 100;
const keptDays = 7;
const sweepBatch = 1000;

const keyPayload = z.strictObject({ key: z.string() });
const itemPayload = z.strictObject({
  item: z.string(),
  key: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

/** Order per key over any driver: items are rows, a job per key takes the oldest until none is left. */
export function createDrains(settings: DrainSettings) {
  const drains = new Map<string, AnyDrain>();
  const wake = (trx: Transaction, at: Waking) => settings.enqueueAll(trx, [waking(at)]);
  const house = { ...settings, wake };
  return {
    drain: <Schema extends PayloadSchema>(definition: DrainDefinition<Schema>): DrainHandle<Schema> => {
      const drain = definition as unknown as AnyDrain;
      settings.registry.addJob(drainJob(drain, house));
      settings.registry.addJob(letterJob(drain, house));
      if (drains.size === 0) settings.registry.addSweep(forgetting);
      drains.set(drain.name, drain);
      return { drain: definition.name, payload: definition.payload };
    },
    append: async (trx: Transaction, handle: DrainHandle | string, item: DrainItem<unknown>) => {
      requireOpen(trx, 'append an item');
      const drain = drains.get(nameOf(handle)) ?? unknownDrain(nameOf(handle));
      const payload = storedPayload(drain, item.payload);
      const row = {
        drain: drain.name,
        key: item.key,
        itemId: item.id ?? null,
        payload,
        now: settings.clock.now(),
      };
      const isNew = await appendItem(trx, row);
      if (isNew) await wake(trx, { name: drain.name, key: item.key });
      return isNew;
    },
  };
}

const nameOf = (handle: DrainHandle | string) => (typeof handle === 'string' ? handle : handle.drain);

function unknownDrain(name: string): never {
  throw setupError(`No drain is called "${name}": define it in register(), or correct the name.`);
}

type Waking = { name: string; key: string; runAfter?: number };
type House = DrainSettings & { wake(trx: Transaction, at: Waking): Promise<void> };

const waking = ({ name, key, runAfter }: Waking): JobRequest => ({
  job: name,
  payload: { key },
  key: `${name} ${key}`,
  runAfter,
});

const forgetting: SweepDefinition = {
  name: 'jobs.items',
  everySeconds: 600,
  run: async ({ trx, now }) => {
    const before = new Date(now.getTime() - keptDays * 86_400_000);
    return { more: (await forgetDone(trx, { before, limit: sweepBatch })) === sweepBatch };
  },
};

function drainJob(drain: AnyDrain, house: House): AnyJob {
  const { name } = drain;
  const run = async ({ payload }: { payload: Record<string, unknown> }) => {
    const { key } = keyPayload.parse(payload);
    for (let handled = 0; handled < longestRun; handled += 1) {
      const next = await handleNext({ drain, key, house });
      if (next === 'none') return;
      if (next !== 'more')
        return house.transaction((trx) => house.wake(trx, { name, key, runAfter: next.wait }));
    }
    return house.transaction((trx) => house.wake(trx, { name, key }));
  };
  return { name, payload: keyPayload, run } as AnyJob;
}

type Next = 'none' | 'more' | { wait: number };
type Handling = { drain: AnyDrain; key: string; house: House };

async function handleNext(handling: Handling): Promise<Next> {
  const { drain, key, house } = handling;
  const taken: { item?: Item } = {};
  try {
    return await house.transaction(async (trx) => {
      const item = await takeOldest(trx, { drain: drain.name, key });
      if (!item) return 'none';
      if (item.wait > 0) return { wait: item.wait };
      taken.item = item;
      await handleItem({ ...handling, trx, item });
      return 'more';
    });
  } catch (error) {
    if (!taken.item) throw error;
    return failItem({ ...handling, item: taken.item, error });
  }
}

type ItemInHand = Handling & { trx: Transaction; item: Item };

async function handleItem({ drain, key, house, trx, item }: ItemInHand): Promise<void> {
  const now = house.clock.now();
  const payload = readPayload(drain, item.payload);
  await drain.handle({ payload, key, trx, now, attempt: item.attempts + 1, log: house.log });
  await markDone(trx, { id: item.id, now });
}

type Failure = Handling & { item: Item; error: unknown };

async function failItem({ drain, key, house, item, error }: Failure): Promise<Next> {
  const wait = waitAfter({ retries: drain.retries, attempt: item.attempts + 1, error });
  const message = messageOf(error).slice(0, 2000);
  await house.transaction(async (trx) => {
    const isCounted = await markFailed(trx, { item, error: message, wait });
    if (isCounted && wait === undefined) await house.enqueueAll(trx, [letter({ drain, key, item })]);
  });
  const outcome = wait === undefined ? 'is a dead letter now' : `is tried again in ${wait} s`;
  house.log[wait === undefined ? 'error' : 'warn'](
    `Item of "${drain.name}" failed and ${outcome}: ${message}`,
    {
      job: drain.name,
      itemId: item.id,
      attempt: item.attempts + 1,
    },
  );
  return wait === undefined ? 'more' : { wait };
}

const letterName = ({ name }: AnyDrain) => `${name}.item`;

const letter = ({ drain, key, item }: Omit<Failure, 'house' | 'error'>): JobRequest => ({
  job: letterName(drain),
  payload: { item: item.id, key, payload: item.payload },
});

/**
 * Lies among the dead letters for an item that failed for good, whatever the driver: its first run gives up at once, and
 * when somebody retries it the item is the next of its key again.
 */
function letterJob(drain: AnyDrain, house: House): AnyJob {
  const run = async ({ payload }: { payload: Record<string, unknown> }) => {
    const { item: id, key } = itemPayload.parse(payload);
    const problem = await house.transaction(async (trx) => {
      const item = await lockItem(trx, id);
      if (item?.state === 'failed') await bury(trx, id);
      if (item?.state !== 'dead') return item?.state === 'failed' ? item.last_error : undefined;
      await revive(trx, id);
      return house.wake(trx, { name: drain.name, key }).then(() => undefined);
    });
    if (typeof problem === 'string') throw giveUp(problem);
  };
  return { name: letterName(drain), payload: itemPayload, run } as AnyJob;
}
