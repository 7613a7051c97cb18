import type { Core } from '@strapi/strapi';
import { bindRules } from '../../frame/editing/bind-rules.ts';
import { messageTextRules } from './editing/message-text.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    bindRules(strapi, { 'plugin::notifications.message-text': messageTextRules(strapi) });
  },
};
