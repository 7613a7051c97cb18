import { driverContract } from '@gangway/jobs/testing';
import { postgresHarness } from './postgres-harness.ts';

jest.setTimeout(30_000);

describe('the PostgreSQL driver', () => {
  it.each(driverContract.map(({ name, run }) => [name, run] as const))('%s', (_, run) =>
    run(postgresHarness()),
  );
});
