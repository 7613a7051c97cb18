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
}

export function house(): House {
  const { cmsUrl, storefrontUrl, storefront, demo, trustedProxies } = readFrontDoorEnv();
  const secure = storefrontUrl.startsWith('https:');
  return { cmsUrl, siteUrl: storefrontUrl, ...storefront, secure, demo, trustedProxies };
}
