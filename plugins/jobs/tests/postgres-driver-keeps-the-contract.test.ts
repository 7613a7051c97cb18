import { driverContract } from '@gangway/jobs/testing';
import { postgresHarness } from './postgres-harness.ts';

describe('the PostgreSQL driver', () => {
  it.each(driverContract.map(({ name, run }) => [name, run] as const))('%s', (_, run) =>
    run(postgresHarness()),
  );
});
