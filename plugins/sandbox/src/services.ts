import { demoStoreKey } from '@gangway/config/env';
import type { Env } from '@gangway/config/env';
import type { SandboxService } from '@gangway/kit';
import { mailboxSandbox } from '@gangway/notifications/sandbox';
import { yookassaSandbox } from '@gangway/payments/sandbox';
import { s3Sandbox } from './s3/service.ts';
import type { S3SandboxSettings } from './s3/service.ts';

/** Everybody the sandbox stands in for, in the order of the index page. */
export function services({ yookassa, mail, sandbox, s3 }: Env): readonly SandboxService[] {
  const { shopId, secretKey } = yookassa;
  const gateways = shopId && secretKey ? [yookassaSandbox({ shopId, secretKey })] : [];
  return [
    ...gateways,
    mailboxSandbox({ port: mail.smtpPort, host: sandbox.host }),
    s3Sandbox(storeOf({ s3, sandbox })),
  ];
}

/** Opened by the key that cms opens it with; where cms keeps pictures elsewhere, by one that everybody knows. */
function storeOf({ s3, sandbox }: Pick<Env, 's3' | 'sandbox'>): S3SandboxSettings {
  const ours = s3?.endpoint?.endsWith(`:${sandbox.port}/s3`) ? s3 : undefined;
  const { accessKeyId = demoStoreKey.id, secretAccessKey = demoStoreKey.secret } = ours ?? {};
  const { region = 'us-east-1', bucket } = ours ?? {};
  return { key: { accessKeyId, secretAccessKey }, region, buckets: bucket ? [bucket] : [] };
}
