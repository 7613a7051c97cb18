import type { Env } from '@gangway/config/env';
import type { SandboxService } from '@gangway/kit';
import { mailboxSandbox } from '@gangway/notifications/sandbox';
import { yookassaSandbox } from '@gangway/payments/sandbox';

/** Everybody the sandbox stands in for, in the order of the index page. */
export function services({ yookassa, mail, sandbox }: Env): readonly SandboxService[] {
  const { shopId, secretKey } = yookassa;
  const gateways = shopId && secretKey ? [yookassaSandbox({ shopId, secretKey })] : [];
  return [...gateways, mailboxSandbox({ port: mail.smtpPort, host: sandbox.host })];
}
