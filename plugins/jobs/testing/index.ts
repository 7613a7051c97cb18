import { deadLetterCases } from './dead-letter-cases.ts';
import { drainCases } from './drain-cases.ts';
import { deliveryCases } from './delivery-cases.ts';
import type { ContractCase } from './harness.ts';
import { timeCases } from './time-cases.ts';

export { eventually, witness } from './witness.ts';
export type { Witness } from './witness.ts';
export type { ContractCase, DriverHarness, TestProcess } from './harness.ts';

/** What every driver promises. Run it against a real storage: `for (const { name, run } of driverContract) …` */
export const driverContract: readonly ContractCase[] = [
  ...deliveryCases,
  ...deadLetterCases,
  ...timeCases,
  ...drainCases,
];
