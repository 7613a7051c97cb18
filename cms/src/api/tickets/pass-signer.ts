import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Env } from '@gangway/config/env';
import { perStrapi } from '../../frame/per-strapi.ts';
import { operatorError } from '../../frame/process/operator-error.ts';
import { makeDemoCertificate } from './papers/demo-certificate.ts';
import type { DemoCertificate } from './papers/demo-certificate.ts';
import type { PassSigner } from './papers/draw-pass.ts';
import { keepDemoCertificate, readDemoCertificate } from './store/demo-certificate.ts';

/** Who signs wallet passes of this installation; undefined: nobody, so there are none. */
export const passSigner: (strapi: Core.Strapi) => (now: Date) => Promise<PassSigner | undefined> = perStrapi(
  (strapi) => async (now) => {
    const { passes, sandbox } = readEnv();
    const { certificate, key, authority, typeId, teamId } = passes;
    if (certificate && key && authority) return { certificate, key, authority, typeId, teamId };
    if (!sandbox.enabled) return undefined;
    return { ...(await demoCertificate(strapi, { passes, now })), typeId, teamId };
  },
);

/** @throws OperatorError PASS_CERTIFICATE when only a part of what signs passes is set */
export function refuseHalfSigner({ passes }: Env): void {
  const given = [passes.certificate, passes.key, passes.authority].filter((part) => part !== undefined);
  if (given.length === 0 || given.length === 3) return;
  throw operatorError(
    'PASS_CERTIFICATE',
    'PASS_CERTIFICATE, PASS_KEY and PASS_AUTHORITY sign wallet passes together: set all three, or none.',
  );
}

async function demoCertificate(
  { db }: Core.Strapi,
  { passes, now }: { passes: Env['passes']; now: Date },
): Promise<DemoCertificate> {
  const known = await readDemoCertificate(db.connection);
  if (known) return known;
  const { typeId, teamId } = passes;
  await keepDemoCertificate(db.connection, { made: await makeDemoCertificate({ typeId, teamId, now }), now });
  return (await readDemoCertificate(db.connection)) as DemoCertificate;
}
