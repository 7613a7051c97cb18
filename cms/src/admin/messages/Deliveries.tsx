import { Box, Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { codesOf } from '../desk/code-word.ts';
import { messageColours } from '../desk/colours.ts';
import { ChoiceFilter, FilterBar, TextFilter } from '../desk/FilterBar.tsx';
import { ListBody } from '../desk/ListBody.tsx';
import { RowLink, Rows, type Column } from '../desk/Rows.tsx';
import { Moment, Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { useList } from '../desk/use-list.ts';
import { useMay } from '../desk/use-may.ts';
import { useWords } from '../words/use-words.ts';
import type { Word } from '../words/word.ts';

type Delivery = {
  id: string;
  message: string;
  title: Word;
  subject: { kind: string; id: string };
  channel: string;
  to: string;
  status: string;
  attempts: number;
  queuedAt: string;
  sentAt: string | null;
  nextTryAt: string | null;
  problem: string | null;
};

const known = ['status', 'message', 'to', 'subject'];

/** Every message and what became of it. */
export function Deliveries() {
  const { say } = useWords();
  const { code } = useTexts();
  const list = useList<Delivery>({ path: '/api/admin/messages', known });
  const { answer, filters, load, turnTo, change, reset } = list;
  const columns = useColumns(load);
  const options = (group: string) =>
    codesOf(group)
      .filter((value) => value !== 'other')
      .map((value) => ({ value, label: code(group, value) ?? value }));
  const own = { filters, change };
  return (
    <>
      <FilterBar filters={filters} reset={reset}>
        <TextFilter name="to" label={say('messages.to')} {...own} />
        <ChoiceFilter
          name="status"
          label={say('messages.status')}
          options={options('messages.state')}
          {...own}
        />
        <ChoiceFilter
          name="message"
          label={say('messages.message')}
          options={options('messages.name')}
          width="22rem"
          {...own}
        />
      </FilterBar>
      <ListBody {...{ answer, load, turnTo }} narrowed={Object.keys(filters).length > 0}>
        {(rows, stale) => (
          <Rows
            label={say('messages.deliveries')}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            stale={stale}
          />
        )}
      </ListBody>
    </>
  );
}

function useColumns(load: () => void): Column<Delivery>[] {
  const { say, locale } = useWords();
  const { code } = useTexts();
  const may = useMay();
  return [
    {
      name: 'message',
      label: say('messages.message'),
      cell: ({ title, subject }) => (
        <>
          <Typography fontWeight="semiBold">{title[locale]}</Typography>
          {subject.kind === 'order' && may('orders', 'view') && (
            <Box>
              <RowLink to={`/orders/${subject.id}`}>{say('messages.order')}</RowLink>
            </Box>
          )}
        </>
      ),
    },
    {
      name: 'to',
      label: say('messages.to'),
      cell: ({ to, channel }) => (
        <Box maxWidth="26rem">
          <Typography tag="p" ellipsis title={to}>
            {to}
          </Typography>
          <Soft>{code('messages.channel', channel)}</Soft>
        </Box>
      ),
    },
    { name: 'status', label: say('messages.status'), cell: (delivery) => <StatusCell delivery={delivery} /> },
    { name: 'queued', label: say('messages.queued'), cell: ({ queuedAt }) => <Moment at={queuedAt} /> },
    {
      name: 'retry',
      label: '',
      right: true,
      cell: (delivery) =>
        may('settings', 'act') && canRetry(delivery) ? <Retry delivery={delivery} load={load} /> : null,
    },
  ];
}

const canRetry = ({ status }: Delivery): boolean =>
  status === 'failed' || status === 'dropped' || status === 'queued';

function StatusCell({ delivery }: { delivery: Delivery }) {
  const { say } = useWords();
  const { when } = useTexts();
  const { status, sentAt, nextTryAt, attempts, problem } = delivery;
  const notes = [
    sentAt && say('messages.sentAt', { when: when(sentAt) }),
    status === 'queued' && nextTryAt && attempts > 0 && say('messages.nextTry', { when: when(nextTryAt) }),
    attempts > 1 && say('messages.tries', { count: attempts }),
  ].filter(Boolean);
  return (
    <Box maxWidth="34rem" style={{ overflowWrap: 'anywhere' }}>
      <StateWord group="messages.state" code={status} colours={messageColours} />
      {notes.length > 0 && <Soft>{notes.join(' · ')}</Soft>}
      {status !== 'sent' && problem && <Soft>{problem}</Soft>}
    </Box>
  );
}

function Retry({ delivery, load }: { delivery: Delivery; load: () => void }) {
  const { say } = useWords();
  const { busy, run } = useDeed();
  const retry = async () => {
    await run({ path: `/api/admin/messages/${delivery.id}/retry`, done: () => say('messages.retriedDone') });
    load();
  };
  return (
    <Button variant="secondary" startIcon={<ArrowClockwise />} loading={busy} onClick={retry}>
      {say('messages.retry')}
    </Button>
  );
}
