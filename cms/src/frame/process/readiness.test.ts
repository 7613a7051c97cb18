import { createReadiness } from './readiness.ts';

describe('readiness', () => {
  it('names what does not hold, whether it says so, throws or rejects', async () => {
    const readiness = createReadiness();
    readiness.require('database', async () => true);
    readiness.require('constraints', () => false);
    readiness.require('catalog', () => {
      throw new Error('no snapshot');
    });
    readiness.require('jobs', () => Promise.reject(new Error('no schema')));
    expect(await readiness.missing()).toEqual(['constraints', 'catalog', 'jobs']);
  });

  it('looks anew each time', async () => {
    const readiness = createReadiness();
    readiness.require('constraints', () => false);
    readiness.require('constraints', () => true);
    expect(await readiness.missing()).toEqual([]);
  });
});
