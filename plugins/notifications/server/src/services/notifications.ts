import type { Notifications } from '../../../contract/notifications.ts';
import { createRegistry } from '../domain/registry.ts';
import type { MessageRegistry } from '../domain/registry.ts';
import { insertMessage, messagesAbout } from '../store/messages.ts';

/** What rooms call, and the definitions for the rest of the plugin. */
export type NotificationsService = Notifications & { registry: MessageRegistry };

export function notificationsService(): NotificationsService {
  const registry = createRegistry();
  return {
    registry,
    define: registry.add,
    notify: async (trx, order) => {
      registry.get(order.message);
      await insertMessage(trx, { order });
    },
    list: (trx, subject) => messagesAbout(trx, subject),
  };
}
