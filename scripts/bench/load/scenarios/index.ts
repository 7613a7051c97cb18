import { checkout } from './checkout.ts';
import { lock } from './lock.ts';
import { read } from './read.ts';

/** What a generator can make arrive. */
export const scenarios = { read, lock, checkout };

export type ScenarioName = keyof typeof scenarios;
