import type { Env } from '@gangway/config/env';
import type { SandboxService } from '@gangway/kit';
import { yookassaSandbox } from '@gangway/payments/sandbox';

/** Everybody the sandbox stands in for, in the order of the index page. */
export function services({ yookassa: { shopId, secretKey } }: Env): readonly SandboxService[] {
  return shopId && secretKey ? [yookassaSandbox({ shopId, secretKey })] : [];
}
