import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { codesOf } from '../desk/code-word.ts';
import { paymentColours } from '../desk/colours.ts';
import { ChoiceFilter, DayFilter, FilterBar, TextFilter } from '../desk/FilterBar.tsx';
import type { Filters } from '../desk/filters.ts';
import { ListBody } from '../desk/ListBody.tsx';
import { Rows, type Column } from '../desk/Rows.tsx';
import { Moment, MoneyText, Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useList } from '../desk/use-list.ts';
import { useLookUp } from '../lists/look-up.ts';
import { useWords } from '../words/use-words.ts';
import { lookUpNames, orderNumbered } from './look-up-names.ts';
import type { PaymentRow } from './payment.ts';
import { methodName, whyText } from './payment-texts.ts';

const known = ['status', 'method', 'needsReview', 'payable', 'externalId', 'dateFrom', 'dateTo'];

export function AttemptsList() {
  const { say } = useWords();
  const list = useList<PaymentRow>({ path: '/api/admin/payments', known });
  const { answer, filters, load, turnTo, change, reset } = list;
  const columns = useColumns();
  return (
    <>
      <AttemptFilters {...{ filters, change, reset }} />
      <ListBody {...{ answer, load, turnTo }} narrowed={Object.keys(filters).length > 0}>
        {(rows, stale) => (
          <Rows
            label={say('payments.attempts')}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            to={({ id }) => `/payments/${id}`}
            stale={stale}
          />
        )}
      </ListBody>
    </>
  );
}

function useColumns(): Column<PaymentRow>[] {
  const { say } = useWords();
  return [
    { name: 'order', label: say('payments.order'), cell: ({ payable }) => <OrderNumber id={payable.id} /> },
    { name: 'status', label: say('payments.status'), cell: (row) => <AttemptState payment={row} /> },
    {
      name: 'method',
      label: say('payments.method'),
      cell: ({ method, means }) => (
        <>
          <Typography>{methodName(say, method)}</Typography>
          {means && <Soft>{means}</Soft>}
        </>
      ),
    },
    {
      name: 'amount',
      label: say('payments.amount'),
      right: true,
      cell: ({ amount }) => <MoneyText value={amount} strong />,
    },
    {
      name: 'refunded',
      label: say('payments.refunded'),
      right: true,
      wide: true,
      cell: ({ refunded }) => (refunded.amount > 0 ? <MoneyText value={refunded} /> : '—'),
    },
    { name: 'started', label: say('payments.started'), cell: ({ startedAt }) => <Moment at={startedAt} /> },
    {
      name: 'reason',
      label: say('payments.reason'),
      wide: true,
      cell: ({ reason }) => <Soft>{whyText(say, reason) ?? ''}</Soft>,
    },
  ];
}

/** The number of the order that is paid; while it is being looked up, the word. */
export function OrderNumber({ id }: { id: string }) {
  const { say } = useWords();
  const number = useLookUp(lookUpNames, 'orders', id);
  return <>{(number.state === 'found' && number.value) || say('payments.order')}</>;
}

export function AttemptState({ payment }: { payment: Pick<PaymentRow, 'status' | 'needsReview'> }) {
  const { say } = useWords();
  return (
    <Flex gap={2} inline>
      <StateWord group="payments.state" code={payment.status} colours={paymentColours} />
      {payment.needsReview && (
        <WarningCircle role="img" aria-label={say('orders.needsReview')} fill="warning600" width="1.8rem" />
      )}
    </Flex>
  );
}

type FilterProps = {
  filters: Filters;
  change: (change: Record<string, string | undefined>) => void;
  reset: () => void;
};

function AttemptFilters({ filters, change, reset }: FilterProps) {
  const { say } = useWords();
  const { code } = useTexts();
  const own = { filters, change };
  const states = codesOf('payments.state').map((value) => ({
    value,
    label: code('payments.state', value) ?? value,
  }));
  const methods = ['yookassa', 'cash', 'bank-transfer', 'manual', 'voucher'];
  return (
    <FilterBar filters={filters} reset={reset}>
      <OrderFilter {...own} />
      <ChoiceFilter name="status" label={say('payments.status')} options={states} {...own} />
      <ChoiceFilter
        name="method"
        label={say('payments.method')}
        options={methods.map((value) => ({ value, label: methodName(say, value) }))}
        {...own}
      />
      <DayFilter name="dateFrom" label={say('desk.from')} {...own} />
      <DayFilter name="dateTo" label={say('desk.to')} {...own} />
      <TextFilter name="externalId" label={say('payments.externalId')} {...own} />
      <ChoiceFilter
        name="needsReview"
        label={say('orders.review')}
        options={[
          { value: 'true', label: say('yes') },
          { value: 'false', label: say('no') },
        ]}
        width="12rem"
        {...own}
      />
    </FilterBar>
  );
}

/** People know the number of an order; the address keeps its id. */
function OrderFilter({ filters, change }: Omit<FilterProps, 'reset'>) {
  const { say } = useWords();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState('');
  const number = useLookUp(lookUpNames, filters['payable'] && 'orders', filters['payable'] ?? '');
  const found = filters['payable'] && number.state === 'found' ? number.value : undefined;
  const shown = found ?? typed;
  const find = async ({ number: wanted }: Record<string, string | undefined>) => {
    setTyped(wanted ?? '');
    const id = wanted ? await orderNumbered(wanted).catch(() => undefined) : undefined;
    if (wanted && !id) toggleNotification({ type: 'warning', message: say('payments.noSuchOrder') });
    change({ payable: id });
  };
  return (
    <TextFilter
      name="number"
      label={say('payments.orderNumber')}
      filters={shown ? { number: shown } : {}}
      change={(next) => void find(next)}
    />
  );
}
