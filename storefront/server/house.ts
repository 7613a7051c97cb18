import { readFrontDoorEnv } from '@gangway/config/env';

/** Where this front door stands. */
export interface House {
  /** The API, as this process reaches it. */
  cmsUrl: string;
  /** The website, as people reach it. */
  siteUrl: string;
  port: number;
  host: string;
  /** Whether people come over https. */
  secure: boolean;
  /** Whether the sales are a demonstration. */
  demo: boolean;
  trustedProxies: string[];
  /** How long whoever is being answered, or looks at a live seat map, may stay when the website stops. */
  graceMs: number;
}

export function house(): House {
  const { cmsUrl, storefrontUrl, storefront, demo, trustedProxies, stopGraceSeconds } = readFrontDoorEnv();
  const graceMs = stopGraceSeconds * 1_000;
  const secure = storefrontUrl.startsWith('https:');
  return { cmsUrl, siteUrl: storefrontUrl, ...storefront, secure, demo, trustedProxies, graceMs };
}
