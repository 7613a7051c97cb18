export { bullDriver } from './bull/driver.ts';
export { usualPatience } from './bull/driver-settings.ts';
export type { BullDriverSettings, BullPatience } from './bull/driver-settings.ts';
export { postgresDriver } from './postgres/driver.ts';
export type { PostgresDriverSettings } from './postgres/driver-settings.ts';
