import { startValkey } from '@gangway/database/valkey';
import type { TestValkey } from '@gangway/database/valkey';
import { driverContract } from '@gangway/jobs/testing';
import { bullHarness } from './bull-harness.ts';

describe('the bull driver', () => {
  const redis: { server?: TestValkey } = {};
  beforeAll(async () => {
    redis.server = await startValkey();
  });
  afterAll(() => redis.server?.close());

  it.each(driverContract.map(({ name, run }) => [name, run] as const))('%s', (_, run) =>
    run(bullHarness(redis.server?.url ?? '')),
  );
});
