export type * from './notifications.ts';
export * from './notifications-of.ts';
