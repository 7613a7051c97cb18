import { readEnv } from '@gangway/config/env';
import { clock, openProviders } from '@gangway/kit';
import { fake } from '../providers/fake/provider.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { Hub } from './hub.ts';

/**
 * Opens what `config/plugins.ts` lists; test runs get the double beside it.
 * @throws Error with `operator: true` when an option or secret is wrong or missing, or two have one key
 */
export function openGateways({ config, gateways, log }: Hub): void {
  const { cms, nodeEnv, providerSecret } = readEnv();
  const context = () => ({ log, fetch: guardedFetch, clock, publicUrl: cms.publicUrl });
  const listed = config.providers;
  const doubled = nodeEnv === 'test' && listed.every(({ key }) => key !== 'fake');
  const instances = doubled ? [...listed, fake({})] : listed;
  for (const [key, gateway] of openProviders({
    instances,
    prefix: 'PAYMENTS',
    secret: providerSecret,
    context,
  }))
    gateways.set(key, gateway);
}
