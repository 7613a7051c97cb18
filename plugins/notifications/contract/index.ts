export { notificationsErrors } from './errors.ts';
export type * from './notifications.ts';
export * from './notifications-of.ts';
export { routes } from './routes.ts';
