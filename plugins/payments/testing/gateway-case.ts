import type { ConformanceCase } from '@gangway/kit';
import type { GatewayHarness, OpenHarness } from './harness.ts';

/** A case on an other side of its own. */
export const gatewayCase = (
  open: OpenHarness,
  name: string,
  check: (house: GatewayHarness) => Promise<void>,
): ConformanceCase => ({ name, run: async () => check(await open()) });
