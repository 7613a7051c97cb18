import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Ask } from '../desk/Ask.tsx';
import { ChoiceFilter, FilterBar } from '../desk/FilterBar.tsx';
import { ListBody } from '../desk/ListBody.tsx';
import { Rows, type Column } from '../desk/Rows.tsx';
import { Moment, Soft } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { useList } from '../desk/use-list.ts';
import { useMay } from '../desk/use-may.ts';
import { useWords } from '../words/use-words.ts';
import { jobName, payloadText } from './job-texts.ts';

type DeadJob = {
  id: string;
  job: string;
  error: string;
  attempts: number;
  payload: unknown;
  failedAt: string;
};
type Counted = { jobs: { job: string; total: number }[] };

/** Jobs whose last attempt failed; `begin` shows those alone whose name begins so. */
export function DeadJobs({ begin = '' }: { begin?: string }) {
  const { say } = useWords();
  const list = useList<DeadJob, Counted>({
    path: '/api/admin/jobs/dead',
    known: ['job'],
    ...(begin ? { defaults: { job: begin } } : {}),
  });
  const { answer, filters, load, turnTo, change, reset } = list;
  const counted = answer.state === 'ready' ? answer.value.meta.jobs : [];
  const names = counted.filter(({ job }) => job.startsWith(begin));
  const columns = useColumns(load);
  const chosen = names.find(({ job }) => job === filters['job']);
  return (
    <>
      {names.length > 0 && (
        <FilterBar filters={filters} reset={reset}>
          <ChoiceFilter
            name="job"
            label={say('jobs.what')}
            options={names.map(({ job, total }) => ({
              value: job,
              label: `${jobName(say, job)} (${total})`,
            }))}
            width="30rem"
            {...{ filters, change }}
          />
          {chosen && <RetryAll {...chosen} load={load} />}
        </FilterBar>
      )}
      <ListBody {...{ answer, load, turnTo }} narrowed={false} empty={say('jobs.none')}>
        {(rows, stale) => (
          <Rows label={say('jobs.title')} columns={columns} rows={rows} idOf={({ id }) => id} stale={stale} />
        )}
      </ListBody>
    </>
  );
}

function useColumns(load: () => void): Column<DeadJob>[] {
  const { say } = useWords();
  const may = useMay();
  const columns: Column<DeadJob>[] = [
    {
      name: 'job',
      label: say('jobs.what'),
      cell: ({ job, payload }) => (
        <Box maxWidth="30rem" style={{ overflowWrap: 'anywhere' }}>
          <Typography fontWeight="semiBold">{jobName(say, job)}</Typography>
          <Soft>{payloadText(say, payload)}</Soft>
        </Box>
      ),
    },
    {
      name: 'error',
      label: say('jobs.error'),
      cell: ({ error, attempts }) => (
        <Box maxWidth="44rem" style={{ overflowWrap: 'anywhere' }}>
          <Typography variant="pi" tag="p" style={{ whiteSpace: 'pre-wrap' }}>
            {error.slice(0, 400)}
          </Typography>
          <Soft>{say('jobs.attempts', { count: attempts })}</Soft>
        </Box>
      ),
    },
    { name: 'when', label: say('jobs.when'), cell: ({ failedAt }) => <Moment at={failedAt} /> },
  ];
  const retry: Column<DeadJob> = {
    name: 'retry',
    label: '',
    right: true,
    cell: (job) => <RetryOne job={job} load={load} />,
  };
  return may('settings', 'act') ? [...columns, retry] : columns;
}

function RetryOne({ job, load }: { job: DeadJob; load: () => void }) {
  const { say } = useWords();
  const { busy, run } = useDeed<{ retried: number }>();
  const retry = async () => {
    const done = ({ retried }: { retried: number }) => say('jobs.retried', { count: retried });
    await run({ path: `/api/admin/jobs/dead/${job.id}/retry`, done });
    load();
  };
  return (
    <Button
      variant="secondary"
      startIcon={<ArrowClockwise />}
      loading={busy}
      onClick={retry}
      aria-label={say('jobs.retryOf', { job: jobName(say, job.job) })}
    >
      {say('jobs.retry')}
    </Button>
  );
}

function RetryAll({ job, total, load }: { job: string; total: number; load: () => void }) {
  const { say } = useWords();
  const may = useMay();
  const { busy, run } = useDeed<{ retried: number }>();
  const [open, setOpen] = useState(false);
  if (!may('settings', 'act')) return null;
  const confirm = async () => {
    const done = ({ retried }: { retried: number }) => say('jobs.retried', { count: retried });
    if (await run({ path: '/api/admin/jobs/dead/retry', body: { job }, done })) setOpen(false);
    load();
  };
  const title = say('jobs.retryAllTitle', { job: jobName(say, job) });
  return (
    <Flex>
      <Button size="L" variant="secondary" startIcon={<ArrowClockwise />} onClick={() => setOpen(true)}>
        {say('jobs.retryAll')}
      </Button>
      <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('jobs.retryAll')}>
        <Typography>{say('jobs.retryAllLead', { count: total })}</Typography>
      </Ask>
    </Flex>
  );
}
