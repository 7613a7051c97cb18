import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Figure } from './house-figures.ts';
import { lately } from './lately.ts';
import type { Figures } from './ask-figures.ts';

/** How old a figure may be: several readers of the metrics cost PostgreSQL one look. */
const figuresLastMs = 5_000;

interface Sources {
  strapi: Core.Strapi;
  known: readonly Figure[];
  /** All that are known; undefined when the database does not answer. */
  figures: () => Promise<Figures | undefined>;
}

/** What is asked when somebody reads the metrics: the process, its sockets, its pool, and what PostgreSQL knows. */
export function houseMetrics({ strapi, known, figures }: Sources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countSockets(registry, strapi);
  countPool(registry, strapi);
  tellFigures(registry, { known, ask: lately({ lastsMs: figuresLastMs, work: figures }) });
  return registry;
}

function countSockets(registry: Registry, strapi: Core.Strapi): void {
  new Gauge({
    name: 'gangway_http_connections',
    help: 'Connections that are open to this process, live seat maps among them',
    registers: [registry],
    async collect() {
      this.set(await openConnections(strapi));
    },
  });
}

const openConnections = ({ server }: Core.Strapi): Promise<number> =>
  new Promise((done) => server.httpServer.getConnections((_, count) => done(count ?? 0)));

interface ConnectionPool {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}

function countPool(registry: Registry, strapi: Core.Strapi): void {
  const pool = () => (strapi.db.connection.client as { pool: ConnectionPool }).pool;
  new Gauge({
    name: 'gangway_database_pool',
    help: 'Connections of this process by state, and work that waits for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'used' }, pool().numUsed());
      this.set({ state: 'free' }, pool().numFree());
      this.set({ state: 'waiting' }, pool().numPendingAcquires());
    },
  });
}

interface Telling {
  known: readonly Figure[];
  ask: () => Promise<Figures | undefined>;
}

/** Without an answer of the database a figure is missing: an old or made-up number would calm somebody. */
function tellFigures(registry: Registry, { known, ask }: Telling): void {
  new Gauge({
    name: 'gangway_database_up',
    help: '1 when the database answered this process in time, else 0',
    registers: [registry],
    async collect() {
      this.set((await ask()) ? 1 : 0);
    },
  });
  for (const { name, help } of known) {
    new Gauge({
      name: `gangway_${name}`,
      help,
      registers: [registry],
      async collect() {
        const value = (await ask())?.[name];
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }
}
