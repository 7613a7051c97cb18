import message from './content-types/message/schema.json';
import { notificationsService } from './services/notifications.ts';

export default {
  contentTypes: { message: { schema: message } },
  services: { notifications: notificationsService },
};
