import { Registry } from 'prom-client';

/** What this process counts; `/metrics` tells it. A room makes its metrics with `registers: [metrics]`. */
export const metrics = new Registry();
