type Keyed = { key?: string };

/** Without the jobs that a later one of the same call replaces: no storage takes a key twice in one statement. */
export function lastOfEachKey<Job extends Keyed>(jobs: readonly Job[]): Job[] {
  const last = new Map(jobs.filter(({ key }) => key !== undefined).map((job) => [job.key, job]));
  return jobs.filter((job) => job.key === undefined || last.get(job.key) === job);
}
