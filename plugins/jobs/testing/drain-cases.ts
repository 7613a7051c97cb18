import { strict as assert } from 'node:assert';
import type { Transaction } from '@gangway/kit';
import { z } from '@gangway/kit';
import type { DrainDefinition, DrainHandle } from '../contract/drain.ts';
import { giveUp } from '../contract/job.ts';
import { contractCase, open } from './harness.ts';
import type { ContractCase, TestProcess, World } from './harness.ts';
import { eventually, witness } from './witness.ts';

const payload = z.strictObject({ n: z.int() });
type Schema = typeof payload;
type Handle = DrainDefinition<Schema>['handle'];

const retries = { max: 3, backoff: { firstSeconds: 0.1, factor: 1, maxSeconds: 0.1 } };

/** A drain that notes `key:n` of what it has handled, after `handle`. */
function noting({ jobs }: TestProcess, { name, handle }: { name: string; handle?: Handle }) {
  const handled = witness<string>();
  const drain = jobs.drain({
    name,
    payload,
    retries,
    handle: async (run) => {
      await handle?.(run);
      handled.note(`${run.key}:${run.payload.n}`);
    },
  });
  return { handled, drain };
}

type Appending = { world: World; process: TestProcess; drain: DrainHandle<Schema>; key: string };

const append = ({ world, process, drain, key }: Appending, ...numbers: number[]) =>
  world.transaction(async (trx) => {
    for (const n of numbers) await process.jobs.append(trx, drain, { key, payload: { n } });
  });

const range = (length: number) => Array.from({ length }, (_, index) => index);
const ofKey = (seen: readonly string[], key: string) => seen.filter((fact) => fact.startsWith(`${key}:`));

async function lettersOf({ jobs }: TestProcess, name: string) {
  const { letters } = await jobs.deadLetters.list({ pageSize: 1000 });
  return letters.filter(({ job }) => job === `${name}.item`);
}

const failingOn =
  (poison: number, error: () => Error = () => new Error('poison')): Handle =>
  async ({ payload: { n } }) => {
    if (n === poison) throw error();
  };

export const drainCases: ContractCase[] = [
  contractCase('items of a key are handled in their order, by several processes too', async (world) => {
    const processes = [world.newProcess(), world.newProcess()];
    const name = world.name('drain');
    const all = witness<string>();
    const [first] = processes.map((process) =>
      noting(process, { name, handle: async ({ key, payload: { n } }) => all.note(`${key}:${n}`) }),
    );
    assert.ok(first && processes[0]);
    await open(...processes);
    const keys = ['a', 'b', 'c', 'd'];
    const own = { world, process: processes[0], drain: first.drain };
    await Promise.all(
      keys.map(async (key) => {
        for (const n of range(25)) await append({ ...own, key }, n);
      }),
    );
    await all.until(100);
    for (const key of keys)
      assert.deepEqual(
        ofKey(all.seen, key),
        range(25).map((n) => `${key}:${n}`),
      );
  }),

  contractCase('no two items of a key are in hand at once', async (world) => {
    const processes = [world.newProcess(), world.newProcess()];
    const name = world.name('drain');
    const inside = { now: 0, most: 0 };
    const all = witness<number>();
    const handle: Handle = async ({ trx, payload: { n } }) => {
      inside.now += 1;
      inside.most = Math.max(inside.most, inside.now);
      await trx.raw('select pg_sleep(0.005)');
      inside.now -= 1;
      all.note(n);
    };
    const drains = processes.map((process) => noting(process, { name, handle }));
    await open(...processes);
    for (const n of range(20)) {
      const [process, mine] = [processes[n % 2], drains[n % 2]];
      assert.ok(process && mine);
      await append({ world, process, drain: mine.drain, key: 'one' }, n);
    }
    await all.until(20);
    assert.equal(inside.most, 1);
    assert.deepEqual(all.seen, range(20));
  }),

  contractCase('a failing item holds up its key, and no other, until it succeeds', async (world) => {
    const process = world.newProcess();
    const outage = { over: false };
    const { handled, drain } = noting(process, {
      name: world.name('drain'),
      handle: async ({ payload: { n }, attempt }) => {
        if (n === 1 && attempt < 3) throw new Error('not yet');
        outage.over ||= n === 1;
      },
    });
    await open(process);
    await append({ world, process, drain, key: 'a' }, 0, 1, 2);
    await append({ world, process, drain, key: 'b' }, 7, 8);
    await handled.until(5);
    assert.ok(outage.over);
    assert.deepEqual(ofKey(handled.seen, 'a'), ['a:0', 'a:1', 'a:2']);
    assert.deepEqual(ofKey(handled.seen, 'b'), ['b:7', 'b:8']);
    assert.equal(handled.seen.at(-1), 'a:2');
  }),

  contractCase(
    'an item that fails three times becomes a dead letter, and the next one goes on',
    async (world) => {
      const process = world.newProcess();
      const name = world.name('drain');
      const attempts = witness<number>();
      const { handled, drain } = noting(process, {
        name,
        handle: async (run) => {
          if (run.payload.n === 1) attempts.note(run.attempt);
          await failingOn(1)(run);
        },
      });
      await open(process);
      await append({ world, process, drain, key: 'a' }, 0, 1, 2, 3);
      await handled.until(3);
      assert.deepEqual(handled.seen, ['a:0', 'a:2', 'a:3']);
      assert.deepEqual(attempts.seen, [1, 2, 3]);
      await eventually(async () => (await lettersOf(process, name)).length > 0, 'a dead letter');
      const [letter, ...others] = await lettersOf(process, name);
      assert.equal(others.length, 0);
      assert.match(letter?.error ?? '', /poison/);
      assert.partialDeepStrictEqual(letter?.payload, { key: 'a', payload: { n: 1 } });
    },
  ),

  contractCase('an item that gives up is a dead letter at once', async (world) => {
    const process = world.newProcess();
    const name = world.name('drain');
    const { handled, drain } = noting(process, { name, handle: failingOn(0, () => giveUp('it is no use')) });
    await open(process);
    await append({ world, process, drain, key: 'a' }, 0, 1);
    await handled.until(1);
    await eventually(async () => (await lettersOf(process, name)).length > 0, 'a dead letter');
    assert.match((await lettersOf(process, name))[0]?.error ?? '', /it is no use/);
  }),

  contractCase(
    'a dead letter of an item that is retried is handled once, with all its attempts',
    async (world) => {
      const process = world.newProcess();
      const name = world.name('drain');
      const outage = { over: false };
      const { handled, drain } = noting(process, {
        name,
        handle: async ({ attempt }) => {
          if (!outage.over || attempt < 2) throw new Error('out of order');
        },
      });
      await open(process);
      await append({ world, process, drain, key: 'a' }, 5);
      await eventually(async () => (await lettersOf(process, name)).length > 0, 'a dead letter');
      outage.over = true;
      const [letter] = await lettersOf(process, name);
      assert.ok(letter && (await process.jobs.deadLetters.retry(letter.id)));
      await handled.until(1);
      await append({ world, process, drain, key: 'a' }, 6);
      await handled.until(2);
      assert.deepEqual(handled.seen, ['a:5', 'a:6']);
      assert.deepEqual(await lettersOf(process, name), []);
    },
  ),

  contractCase(
    'the effects of an attempt that failed are undone, those of the last one stay',
    async (world) => {
      const process = world.newProcess();
      const effects = witness<number>();
      const effect = process.jobs.define({
        name: world.name('effect'),
        payload,
        run: async ({ payload: { n } }) => effects.note(n),
      });
      const { handled, drain } = noting(process, {
        name: world.name('drain'),
        handle: async ({ trx, attempt }) => {
          await process.jobs.enqueue(trx, effect, { n: attempt });
          if (attempt < 2) throw new Error('after the effect');
        },
      });
      await open(process);
      await append({ world, process, drain, key: 'a' }, 0);
      await Promise.all([handled.until(1), effects.until(1)]);
      await append({ world, process, drain, key: 'a' }, 1);
      await handled.until(2);
      assert.equal(effects.seen[0], 2);
    },
  ),

  contractCase(
    'an item appended twice under one number is there once, also after it is done',
    async (world) => {
      const process = world.newProcess();
      const { handled, drain } = noting(process, { name: world.name('drain') });
      await open(process);
      const put = (n: number) =>
        world.transaction((trx) =>
          process.jobs.append(trx, drain, { key: 'a', payload: { n }, id: 'update-1' }),
        );
      assert.deepEqual([await put(1), await put(2)], [true, false]);
      await handled.until(1);
      assert.equal(await put(3), false);
      await append({ world, process, drain, key: 'a' }, 4);
      await handled.until(2);
      assert.deepEqual(handled.seen, ['a:1', 'a:4']);
    },
  ),

  contractCase('an item of a rolled back transaction was never there', async (world) => {
    const process = world.newProcess();
    const { handled, drain } = noting(process, { name: world.name('drain') });
    await open(process);
    const failing = world.transaction(async (trx) => {
      await process.jobs.append(trx, drain, { key: 'a', payload: { n: 1 } });
      throw new Error('the deed failed');
    });
    await assert.rejects(failing, /the deed failed/);
    await append({ world, process, drain, key: 'a' }, 2);
    await handled.until(1);
    assert.deepEqual(handled.seen, ['a:2']);
  }),

  contractCase(
    'who appends to a key waits for whoever appended before, so that order is that of commits',
    async (world) => {
      const process = world.newProcess();
      const { handled, drain } = noting(process, { name: world.name('drain') });
      await open(process);
      const own = { world, process, drain, key: 'a' };
      const second: { appended?: Promise<void> } = {};
      await world.transaction(async (trx: Transaction) => {
        await process.jobs.append(trx, drain, { key: 'a', payload: { n: 1 } });
        second.appended = append(own, 2);
        await append({ ...own, key: 'b' }, 9);
        await handled.until(1);
      });
      await second.appended;
      await handled.until(3);
      assert.deepEqual(handled.seen, ['b:9', 'a:1', 'a:2']);
    },
  ),

  contractCase('an unknown drain and a payload that does not fit are refused at once', async (world) => {
    const process = world.newProcess();
    const { drain } = noting(process, { name: world.name('drain') });
    await open(process);
    const put = (to: string, n: unknown) =>
      world.transaction((trx) => process.jobs.append(trx, to, { key: 'a', payload: { n } }));
    await assert.rejects(put(world.name('nowhere'), 1), /No drain is called/);
    await assert.rejects(put(drain.drain, 'one'), /does not fit its schema/);
  }),
];
