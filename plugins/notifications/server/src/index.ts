import { clock } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { Core } from '@strapi/strapi';
import message from './content-types/message/schema.json';
import messageText from './content-types/message-text/schema.json';
import { channelsService } from './services/channels.ts';
import type { Channels } from './services/channels.ts';
import { defineDelivery } from './services/delivery.ts';
import { doorsService } from './services/doors.ts';
import { notificationsService } from './services/notifications.ts';
import type { NotificationsService } from './services/notifications.ts';
import { nameOwnSender } from './services/sender-of-strapi.ts';
import { definitionProblem, layFirstTexts } from './services/texts.ts';

interface Frame {
  strapi: Core.Strapi;
}

export default {
  contentTypes: { message: { schema: message }, 'message-text': { schema: messageText } },

  services: { notifications: notificationsService, channels: channelsService, doors: doorsService },

  register({ strapi }: Frame) {
    defineDelivery(strapi);
  },

  async bootstrap({ strapi }: Frame) {
    const plugin = strapi.plugin('notifications');
    (plugin.service('channels') as Channels).open();
    const definitions = (plugin.service('notifications') as NotificationsService).registry.all();
    for (const problem of definitions.map(definitionProblem)) if (problem) throw new TypeError(problem);
    await nameOwnSender(strapi);
    await strapi.db.transaction(({ trx }) =>
      layFirstTexts(trx as unknown as Transaction, { definitions, now: clock.now() }),
    );
  },
};
