export { postgresDriver } from './postgres/driver.ts';
export type { PostgresDriverSettings } from './postgres/driver-settings.ts';
