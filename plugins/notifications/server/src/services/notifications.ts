import type { Core } from '@strapi/strapi';
import type { MessageOrder, Notifications } from '../../../contract/notifications.ts';
import { isAddress } from '../domain/address.ts';
import { createRegistry } from '../domain/registry.ts';
import type { MessageRegistry } from '../domain/registry.ts';
import { insertMessage, messagesAbout } from '../store/messages.ts';
import { enqueueAttempts } from './delivery.ts';
import { textFaults } from './texts.ts';

/** What rooms call, and the definitions for the rest of the plugin. */
export type NotificationsService = Notifications & { registry: MessageRegistry };

export function notificationsService({ strapi }: { strapi: Core.Strapi }): NotificationsService {
  const registry = createRegistry();
  return {
    registry,
    define: registry.add,
    notify: async (trx, order) => {
      registry.get(order.message);
      const problem = addressProblem(order);
      const id = await insertMessage(trx, { order, problem });
      if (!problem) await enqueueAttempts(strapi, trx, [{ id, attempts: 0 }]);
    },
    problemsOf: (message, texts) => {
      const definition = registry.find(message);
      return definition && textFaults(definition, texts);
    },
    list: (trx, subject) => messagesAbout(trx, subject),
  };
}

// A wrong address must not undo the sale that it belongs to: the message stands there as failed.
const addressProblem = ({ channel, to }: MessageOrder): string | undefined =>
  isAddress(channel, to) ? undefined : `This is no address for ${channel}.`;
