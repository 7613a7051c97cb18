import { readEnv } from '@gangway/config/env';

/**
 * `forceMigration` stays false: with Strapi's default, a boot in which one plugin is not built drops that
 * plugin's tables with the rows in them.
 */
export default () => {
  const { databaseUrl, databasePool } = readEnv();
  return {
    connection: {
      client: 'postgres',
      connection: {
        ...{ connectionString: databaseUrl, options: '-c TimeZone=UTC' },
        // Of a server that is gone without a word the system hears nothing; it asks after ten seconds of silence.
        ...{ keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
      },
      pool: databasePool,
      acquireConnectionTimeout: 10_000,
    },
    settings: { forceMigration: false, runMigrations: true },
  };
};
