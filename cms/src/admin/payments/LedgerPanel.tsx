import { Typography } from '@strapi/design-system';
import { Panel } from '../desk/Panel.tsx';
import { Rows, type Column } from '../desk/Rows.tsx';
import { Moment, MoneyText, Soft, useTexts } from '../desk/Texts.tsx';
import { useWords } from '../words/use-words.ts';
import type { Posting } from './payment.ts';
import { accountName, sidesOf } from './payment-texts.ts';

/** What is booked about a payment and its refunds. */
export function LedgerPanel({ postings }: { postings: Posting[] }) {
  const { say } = useWords();
  const columns = useColumns();
  return (
    <Panel title={say('payments.ledger')}>
      {postings.length === 0 && <Soft>{say('payments.noPostings')}</Soft>}
      {postings.length > 0 && (
        <Rows
          label={say('payments.ledger')}
          columns={columns}
          rows={postings}
          idOf={({ at, source, kind, account }) => [at, source, kind, account].join()}
        />
      )}
    </Panel>
  );
}

function useColumns(): Column<Posting>[] {
  const { say } = useWords();
  const { code } = useTexts();
  const side = (name: 'debit' | 'credit'): Column<Posting> => ({
    ...{ name, label: say(`payments.${name}`), right: true },
    cell: ({ amount, currency }) => {
      const value = sidesOf(amount)[name];
      return value === undefined ? null : <MoneyText value={{ amount: value, currency }} />;
    },
  });
  return [
    {
      name: 'account',
      label: say('payments.account'),
      cell: ({ account, source, kind }) => (
        <>
          <Typography tag="p">{accountName(say, account)}</Typography>
          <Soft>{code('payments.booked', `${source}.${kind}`) ?? say('payments.booked.other')}</Soft>
        </>
      ),
    },
    { name: 'when', label: say('payments.when'), cell: ({ at }) => <Moment at={at} /> },
    side('debit'),
    side('credit'),
  ];
}
