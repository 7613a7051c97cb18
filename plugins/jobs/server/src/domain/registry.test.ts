import { z } from '@gangway/kit';
import { createRegistry } from './registry.ts';

const job = (name: string) => ({ name, payload: z.strictObject({}), run: () => Promise.resolve() });
const sweep = { name: 'holds', everySeconds: 5, run: () => Promise.resolve() };

describe('the registry of jobs', () => {
  it('refuses a name given twice', () => {
    const registry = createRegistry();
    registry.addJob(job('send'));
    registry.addSweep(sweep);
    expect(() => registry.addJob(job('send'))).toThrow('Job "send" is defined twice: rename one of them.');
    expect(() => registry.addSweep(sweep)).toThrow('Sweep "holds" is defined twice');
  });

  it('stops the boot when an event or a cron names a job nobody defined', () => {
    const listening = createRegistry();
    listening.subscribe('payment.succeeded', 'nobody');
    expect(() => listening.seal()).toThrow('payment.succeeded is to run "nobody", but no job is called that');
    const timed = createRegistry();
    timed.addCron({ name: 'nightly', schedule: '0 4 * * *', job: 'nobody' });
    expect(() => timed.seal()).toThrow('Cron "nightly" is to run "nobody"');
  });

  it.each([
    ['a schedule of six fields', { schedule: '0 0 4 * * *' }],
    ['words', { schedule: 'every night' }],
    ['a day that never comes', { schedule: '0 0 30 2 *' }],
    ['an unknown zone', { schedule: '0 4 * * *', timezone: 'Europe/Atlantis' }],
  ])('stops the boot on %s', (_, changes) => {
    const registry = createRegistry();
    registry.addJob(job('tidy'));
    registry.addCron({ name: 'nightly', job: 'tidy', ...changes });
    expect(() => registry.seal()).toThrow('Cron "nightly" has an unreadable schedule');
  });

  it('stops the boot on a cron whose payload its job refuses', () => {
    const registry = createRegistry();
    registry.addJob({ ...job('tidy'), payload: z.strictObject({ days: z.int() }) });
    registry.addCron({ name: 'nightly', schedule: '0 4 * * *', job: 'tidy' });
    expect(() => registry.seal()).toThrow('a payload that the job refuses');
  });

  it('takes nothing after it was sealed', () => {
    const registry = createRegistry();
    registry.addJob(job('send'));
    registry.seal();
    expect(() => registry.addJob(job('late'))).toThrow('Job "late" comes too late: move it to register()');
    expect(() => registry.subscribe('order.created', 'send')).toThrow('comes too late');
  });

  it('says which job is missing when an unknown one is asked for', () => {
    expect(() => createRegistry().job('sned')).toThrow('No job is called "sned"');
  });
});
