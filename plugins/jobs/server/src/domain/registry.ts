import type { CronDefinition, SweepDefinition } from '../../../contract/jobs.ts';
import type { JobHandle } from '../../../contract/job.ts';
import { setupError } from '../errors.ts';
import { cronProblem } from './cron-schedule.ts';
import type { AnyJob, RegisteredCron } from './definition.ts';

type Subscription = { event: string; job: string };

/** Who does what in this house. Filled in `register()`, sealed in `bootstrap()`, read ever after. */
export type Registry = ReturnType<typeof createRegistry>;

export function createRegistry() {
  const jobs = new Map<string, AnyJob>();
  const crons = new Map<string, RegisteredCron>();
  const sweeps = new Map<string, SweepDefinition>();
  const subscriptions: Subscription[] = [];
  const state = { sealed: false };

  const put = <Item extends { name: string }>(kind: string, into: Map<string, Item>, item: Item) => {
    refuseLate(state, `${kind} "${item.name}"`);
    if (into.has(item.name)) throw setupError(`${kind} "${item.name}" is defined twice: rename one of them.`);
    into.set(item.name, item);
  };

  return {
    crons,
    sweeps,
    addJob: (job: AnyJob) => put('Job', jobs, job),
    addCron: (cron: CronDefinition) => put('Cron', crons, { ...cron, job: nameOf(cron.job) }),
    addSweep: (sweep: SweepDefinition) => put('Sweep', sweeps, sweep),
    subscribe: (event: string, job: string | JobHandle) => {
      refuseLate(state, `The subscription of "${nameOf(job)}" to ${event}`);
      subscriptions.push({ event, job: nameOf(job) });
    },
    jobNames: () => [...jobs.keys()],
    job: (job: string | JobHandle) => jobs.get(nameOf(job)) ?? unknownJob(nameOf(job)),
    subscribersOf: (event: string) =>
      subscriptions.filter((row) => row.event === event).map((row) => row.job),
    seal: () => {
      const problem = setupProblem({ jobs, crons, subscriptions });
      if (problem) throw setupError(problem);
      state.sealed = true;
    },
  };
}

export function nameOf(job: string | JobHandle): string {
  return typeof job === 'string' ? job : job.name;
}

function unknownJob(name: string): never {
  throw setupError(`No job is called "${name}": define it in register(), or correct the name.`);
}

function refuseLate({ sealed }: { sealed: boolean }, what: string): void {
  if (sealed)
    throw setupError(`${what} comes too late: move it to register(), jobs are sealed at bootstrap.`);
}

type Setup = { jobs: Map<string, AnyJob>; crons: Map<string, RegisteredCron>; subscriptions: Subscription[] };

function setupProblem({ jobs, crons, subscriptions }: Setup): string | undefined {
  const stray = subscriptions.find(({ job }) => !jobs.has(job));
  if (stray)
    return `${stray.event} is to run "${stray.job}", but no job is called that: define it in register().`;
  return [...crons.values()].map((cron) => cronProblem(cron, jobs.get(cron.job))).find(Boolean);
}
