import { commonErrors } from '@gangway/kit';
import { strapiRoute } from '../../../frame/request/handle.ts';
import { readReminders, stopRemindersRoute } from '../contract/reminders.ts';
import { reminderLinks } from '../departures/remind.ts';
import { readOrder } from '../store/orders.ts';
import { areRemindersStopped, stopReminders } from '../store/reminders.ts';

/** @throws NOT_FOUND */
async function reminded(token: string | undefined, stopAt?: Date) {
  const orderId = token === undefined ? undefined : reminderLinks(strapi).orderOf(token);
  if (orderId === undefined) throw commonErrors.NOT_FOUND();
  return strapi.db.transaction(async ({ trx }) => {
    const order = await readOrder(trx, orderId);
    if (!order) throw commonErrors.NOT_FOUND();
    if (stopAt) await stopReminders(trx, { orderId, now: stopAt });
    return { data: { number: order.number, stopped: await areRemindersStopped(trx, orderId) } };
  });
}

export default {
  routes: [
    strapiRoute(readReminders, ({ query }, ctx) => {
      ctx.set('Cache-Control', 'no-store');
      return reminded(query.token);
    }),
    strapiRoute(stopRemindersRoute, ({ query, body, now }) => reminded(body.token ?? query.token, now)),
  ],
};
