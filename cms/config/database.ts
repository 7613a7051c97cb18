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
      connection: { connectionString: databaseUrl, options: '-c TimeZone=UTC' },
      pool: databasePool,
      acquireConnectionTimeout: 10_000,
      // Knex would write the values of a failed query, people's data among them, into the error's message.
      compileSqlOnError: false,
    },
    settings: { forceMigration: false, runMigrations: true },
  };
};
