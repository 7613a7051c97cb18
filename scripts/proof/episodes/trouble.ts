import type { ProofHouse } from '../house/proof-house.ts';
import type { Chance } from '../random.ts';

/** Something that goes wrong while buyers are at it; its name goes into the record of the episode. */
export interface Trouble {
  name: string;
  strike(house: ProofHouse): Promise<void>;
}

const gatewayFaults = ['error-after-commit', 'html', 'drop', 'drop-before', 'too-many-requests'] as const;
const operations = ['payments.create', 'payments.get', 'refunds.create', 'refunds.get'] as const;

/** How the network treats notifications for the whole of an episode. */
export function weather(chance: Chance): Record<string, unknown> {
  return {
    copies: chance.between(0, 3),
    delayMs: chance.pick([0, 0, 50, 400]),
    reorder: chance.percent(50),
    declines: 'final',
  };
}

/** What strikes in an episode, in this order: often the gateway, now and then a process. */
export function troubles(chance: Chance): Trouble[] {
  const faults = Array.from({ length: chance.between(1, 3) }, () => gatewayTrouble(chance));
  return [
    ...faults,
    ...(chance.percent(45) ? [cmsDies] : []),
    ...(chance.percent(30) ? [databaseDies] : []),
    ...(chance.percent(20) ? [cmsDies] : []),
  ];
}

function gatewayTrouble(chance: Chance): Trouble {
  const kind = chance.pick(gatewayFaults);
  const operation = chance.pick(operations);
  const times = chance.between(1, 3);
  return {
    name: `${operation} ${kind} ×${times}`,
    strike: ({ gateway }) => gateway.fault({ operation, kind, times }),
  };
}

export const cmsDies: Trouble = {
  name: 'kill -9 cms',
  strike: async (house) => {
    await house.killCms();
    await house.startCms();
  },
};

export const databaseDies: Trouble = {
  name: 'kill -9 PostgreSQL',
  strike: async (house) => {
    await house.killDatabase();
    await house.startDatabase();
  },
};
