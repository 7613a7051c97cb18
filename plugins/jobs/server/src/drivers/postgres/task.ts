import type { Job, JobHelpers, Task } from 'graphile-worker';
import type { TakenJob, WorkerPlan } from '../../../../contract/driver.ts';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';

const longestError = 2000;

const complete = 'delete from graphile_worker._private_jobs where id = ? and locked_by = ?';

// Releases the job before graphile-worker would, which knows one back-off for all; finding it released, it stands
// back. A job whose key went to a newer one while it ran has nothing left to do.
const fail = `
  with replaced as (
    delete from graphile_worker._private_jobs where id = $1 and locked_by = $2 and key is distinct from $5
  )
  update graphile_worker._private_jobs set
    last_error = $3, updated_at = now(), locked_by = null, locked_at = null,
    attempts = case when $4::float is null then max_attempts else attempts end,
    run_at = now() + make_interval(secs => coalesce($4::float, 0))
  where id = $1 and locked_by = $2 and key is not distinct from $5`;

/** A task of graphile-worker that follows our plan: our back-off, completion inside the job's own transaction. */
export function task(plan: WorkerPlan, log: JobLog): Task {
  return async (_, helpers) => {
    const taken = takenJob(helpers.job);
    try {
      await plan.handle(taken);
    } catch (error) {
      await release({ helpers, error, retryAfter: plan.retryAfter(taken, error), log });
      throw error;
    }
  };
}

function takenJob(job: Job): TakenJob {
  const { id, task_identifier: name, payload, attempts, run_at, locked_at, locked_by } = job;
  return {
    id: String(id),
    name,
    payload,
    attempt: attempts,
    waitedMs: (locked_at ?? run_at).getTime() - run_at.getTime(),
    complete: async (trx) => {
      const { rowCount } = await trx.raw(complete, [id, locked_by]);
      if (rowCount === 0)
        throw new Error(`Job "${name}" was taken over by another process; this attempt is undone.`);
    },
  };
}

type Failure = { helpers: JobHelpers; error: unknown; retryAfter: number | undefined; log: JobLog };

async function release({ helpers, error, retryAfter, log }: Failure): Promise<void> {
  const { id, locked_by, key } = helpers.job;
  const message = messageOf(error).slice(0, longestError);
  try {
    await helpers.query(fail, [id, locked_by, message, retryAfter ?? null, key]);
  } catch (reason) {
    log.warn(`Job ${id} keeps graphile-worker's own back-off: ${messageOf(reason)}`);
  }
}
