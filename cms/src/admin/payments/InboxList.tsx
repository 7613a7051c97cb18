import { Typography } from '@strapi/design-system';
import { codesOf } from '../desk/code-word.ts';
import { ChoiceFilter, FilterBar, TextFilter } from '../desk/FilterBar.tsx';
import { ListBody } from '../desk/ListBody.tsx';
import { RowLink, Rows, type Column } from '../desk/Rows.tsx';
import { Moment, Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useList } from '../desk/use-list.ts';
import { useWords } from '../words/use-words.ts';
import type { Notice } from './payment.ts';
import { methodName, whyText } from './payment-texts.ts';

const known = ['state', 'externalId'];

/** What gateways have told us. */
export function InboxList() {
  const { say } = useWords();
  const { code } = useTexts();
  const list = useList<Notice>({ path: '/api/admin/payment-inbox', known });
  const { answer, filters, load, turnTo, change, reset } = list;
  const states = codesOf('payments.inboxState').map((value) => ({
    value,
    label: code('payments.inboxState', value) ?? value,
  }));
  const columns = useNoticeColumns();
  return (
    <>
      <FilterBar filters={filters} reset={reset}>
        <ChoiceFilter
          name="state"
          label={say('payments.inboxState')}
          options={states}
          {...{ filters, change }}
        />
        <TextFilter name="externalId" label={say('payments.externalId')} {...{ filters, change }} />
      </FilterBar>
      <ListBody {...{ answer, load, turnTo }} narrowed={Object.keys(filters).length > 0}>
        {(rows, stale) => (
          <Rows
            label={say('payments.inbox')}
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

export const noticeState = ({ problem, handledAt }: Pick<Notice, 'problem' | 'handledAt'>): string => {
  if (problem) return 'problem';
  return handledAt ? 'handled' : 'waiting';
};

const noticeColours = { handled: 'success', waiting: 'warning', problem: 'danger' } as const;

function useNoticeColumns(): Column<Notice>[] {
  const { say } = useWords();
  const { code } = useTexts();
  return [
    {
      name: 'event',
      label: say('payments.event'),
      cell: ({ event, provider }) => (
        <>
          <Typography fontWeight="semiBold">
            {code('payments.event', event) ?? say('payments.event.other')}
          </Typography>
          <Soft>{methodName(say, provider)}</Soft>
        </>
      ),
    },
    {
      name: 'state',
      label: say('payments.inboxState'),
      cell: (notice) => (
        <>
          <StateWord group="payments.noticeState" code={noticeState(notice)} colours={noticeColours} />
          {notice.problem && <Soft>{whyText(say, notice.problem)}</Soft>}
        </>
      ),
    },
    { name: 'received', label: say('payments.when'), cell: ({ receivedAt }) => <Moment at={receivedAt} /> },
    {
      name: 'receipts',
      label: say('payments.inbox'),
      wide: true,
      cell: ({ receipts, ip }) => (
        <Soft>
          {[say('payments.receipts', { count: receipts }), ip && say('payments.address', { ip })]
            .filter(Boolean)
            .join(', ')}
        </Soft>
      ),
    },
    {
      name: 'payment',
      label: say('payments.payment.short'),
      cell: ({ paymentId }) =>
        paymentId ? <RowLink to={`/payments/${paymentId}`}>{say('payments.open')}</RowLink> : '—',
    },
  ];
}
