export { formatMoney, laterDay, zonedDay, type Money } from '@gangway/kit/browser';
export * from './dates.ts';
