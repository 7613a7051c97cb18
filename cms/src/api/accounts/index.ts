import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { defineAgainJob } from './deeds/send-again.ts';
import { defineLinkJob } from './deeds/send-letter.ts';
import { defineAccountMessages } from './messages/define-messages.ts';
import { removeOldLinks } from './store/links.ts';
import { removeEndedSessions } from './store/sessions.ts';

const keptMs = 7 * 86_400_000;

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    defineAccountMessages(strapi);
    defineLinkJob(strapi);
    defineAgainJob(strapi);
    jobsOf(strapi).sweep({
      name: 'accounts.links',
      everySeconds: 3600,
      run: async ({ trx, now }) => {
        await removeOldLinks(trx, new Date(now.getTime() - keptMs));
        await removeEndedSessions(trx, now);
      },
    });
  },
};
