import { childEnvironment, readEnv } from '@gangway/config/env';
import { Client } from 'pg';
import { fakeBank } from '../fake-bank.ts';
import type { BankBooks } from '../fake-bank.ts';
import { openGround } from '../ground.ts';
import type { Ground } from '../ground.ts';
import { runSequences, sequencesOfTheSuite } from '../run-sequences.ts';
import type { Report } from '../run-sequences.ts';

type Hub = { hub: { gateways: Map<string, { port: { bank: BankBooks } }> } };

function books(): BankBooks {
  const { hub } = strapi.plugin('payments').service('payments') as unknown as Hub;
  const gateway = hub.gateways.get('fake');
  if (!gateway) throw new Error('The model pays at the gateway `fake`.');
  return gateway.port.bank;
}

const { GANGWAY_MODEL_SEQUENCES: wished, GANGWAY_MODEL_SEED: again } = childEnvironment();
const sequences = Number(wished ?? sequencesOfTheSuite);
const seed = Number(again ?? 20_261_120);
const lanes = 40;

const onDatabase = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

/** A trigger that spoils rows as they are written. */
const spoiler = (table: string, { when, change }: { when: string; change: string }) => ({
  plant: `create function model_plant() returns trigger language plpgsql as $$ begin ${change}; return new; end $$;
    create trigger a_model_plant before ${when} on ${table} for each row execute function model_plant();`,
  uproot: `drop trigger a_model_plant on ${table}; drop function model_plant();`,
});

/** Faults of the shop, each of which the same sequences must find. */
const plants: [string, { plant: string; uproot: string }][] = [
  [
    'a seat that can be held twice',
    spoiler('seating_claims', {
      when: 'insert',
      change: `new.released_at = new.created_at; new.release_reason = 'expired'`,
    }),
  ],
  [
    'a promotion that can be used twice',
    spoiler('promotion_uses', { when: 'insert', change: 'new.released_at = new.used_at' }),
  ],
  [
    'a seat that stays taken after its hold has ended',
    spoiler('seating_claims', {
      when: 'update',
      change: `if new.release_reason = 'expired' then return old; end if`,
    }),
  ],
  [
    'a counter that forgets a place',
    spoiler('place_counters', { when: 'update', change: 'new.held = greatest(new.held - 1, 0)' }),
  ],
  [
    'a payment that does not prolong the hold',
    spoiler('seating_claims', {
      when: 'update of expires_at',
      change: `if new.state = 'held' then new.expires_at = old.expires_at; end if`,
    }),
  ],
];

describe('the shop and an independent model of it', () => {
  let ground: Ground;

  beforeAll(async () => {
    const site = { url: baseUrl, databaseUrl, internalToken: readEnv().internalToken };
    ground = await openGround({ ...site, bank: fakeBank(books) });
  });

  afterAll(() => ground.close());

  const run = (changes: { sequences: number; quick: boolean }): Promise<Report> =>
    runSequences({ house: ground, seed, lanes, ...changes });

  it('agree on every one of 2,000 random sequences of commands, some of them at once', async () => {
    const { played, commands, failures } = await run({ sequences, quick: false });
    expect(failures).toEqual([]);
    expect(played).toBeGreaterThanOrEqual(sequences);
    expect(commands / played).toBeGreaterThan(5);
  }, 3_600_000);

  it.each(plants)(
    'disagree when there is %s',
    async (_, { plant, uproot }) => {
      await onDatabase(plant);
      try {
        const { failures } = await run({ sequences: 400, quick: true });
        expect(failures.join('\n')).toContain('The model cannot explain this');
      } finally {
        await onDatabase(uproot);
      }
    },
    600_000,
  );
});
