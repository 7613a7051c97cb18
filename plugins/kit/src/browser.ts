/** What runs in a browser too: no Node modules, no schemas. */
export { formatMoney } from './money-format.ts';
export type { Money } from './money.ts';
export { laterDay, zonedDay } from './zoned-time.ts';
