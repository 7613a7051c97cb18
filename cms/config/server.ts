import { readEnv } from '@gangway/config/env';
import { socketTerms } from '@gangway/config/socket-terms';
import { strapiLogConfig } from '../src/frame/log/log.ts';

export default () => {
  const env = readEnv();
  return {
    host: env.cms.host,
    port: env.cms.port,
    http: { serverOptions: socketTerms },
    url: env.cms.publicUrl,
    proxy: { koa: env.trustedProxies.length > 0 },
    ...(env.filesDir ? { dirs: { public: env.filesDir } } : {}),
    app: { keys: env.secrets.appKeys },
    logger: { updates: { enabled: false }, startup: { enabled: false }, config: strapiLogConfig() },
    transfer: { remote: { enabled: false } },
    cron: { enabled: false },
    mcp: { enabled: false },
  };
};
