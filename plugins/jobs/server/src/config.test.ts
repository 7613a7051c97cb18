import { jobsConfig } from './config.ts';

const connectionString = 'postgres://gangway@127.0.0.1:54329/gangway';

describe('the settings of jobs', () => {
  it('run a worker unless told otherwise', () => {
    expect(jobsConfig({ connectionString })).toEqual({
      connectionString,
      runWorker: true,
      answersPeople: false,
      concurrency: 4,
      pollIntervalMs: 1000,
    });
    expect(jobsConfig({ connectionString, runWorker: false }).runWorker).toBe(false);
  });

  it.each([
    ['no database', {}],
    ['nothing', undefined],
    ['no concurrency', { connectionString, concurrency: 0 }],
    ['a misspelt name', { connectionString, runWorkers: true }],
  ])('stop the boot with a sentence on %s', (_, given) => {
    expect(() => jobsConfig(given)).toThrow('jobs.config in cms/config/plugins.ts is wrong');
  });
});
