import type { SandboxService } from './service.ts';

/** Everybody the sandbox stands in for, in the order of the index page. */
export const services: readonly SandboxService[] = [];
