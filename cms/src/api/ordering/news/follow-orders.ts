import type { Core } from '@strapi/strapi';
import { Gauge } from 'prom-client';
import { readEnv } from '@gangway/config/env';
import { listen, type Listener } from '@gangway/database/listen';
import { log } from '../../../frame/log/log.ts';
import { metrics } from '../../../frame/metrics/registry.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { newsRoom } from './look-or-wait.ts';

const followers = perStrapi((): { listener?: Listener } => ({}));

/** Hears of every order whose state, or whose payment's, has changed in any process. A worker answers nobody. */
export async function followOrders(strapi: Core.Strapi): Promise<void> {
  const { role, databaseUrl } = readEnv();
  if (role === 'worker') return;
  const room = newsRoom(strapi);
  tellWaiting(() => room.waiting);
  followers(strapi).listener = await listen({
    connectionString: databaseUrl,
    channels: ['orders'],
    onMessage: ({ payload }) => room.tell(payload),
    onReset: room.tellAll,
    onTrouble: (error) => log.warn({ err: error }, 'changes of orders are not heard; trying again'),
  });
}

export async function unfollowOrders(strapi: Core.Strapi): Promise<void> {
  await followers(strapi).listener?.stop();
}

function tellWaiting(waiting: () => number): void {
  const name = 'gangway_orders_waited_for';
  metrics.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Requests that wait for news of an order instead of asking again',
    registers: [metrics],
    collect() {
      this.set(waiting());
    },
  });
}
