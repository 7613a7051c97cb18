import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { orderColours } from '../desk/colours.ts';
import { ListBody } from '../desk/ListBody.tsx';
import { Rows, type Column } from '../desk/Rows.tsx';
import { Moment, MoneyText, Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { queryOf } from '../desk/filters.ts';
import { useAnswer } from '../desk/use-answer.ts';
import { useList } from '../desk/use-list.ts';
import { useWords } from '../words/use-words.ts';
import { OrderFilters, orderFilters } from './OrderFilters.tsx';
import type { Counted, OrderRow, Totals } from './order.ts';
import { exact } from './exact-list.ts';

export function OrdersPage() {
  const { say } = useWords();
  const list = useList<OrderRow, Totals>({ path: '/api/admin/orders', known: orderFilters });
  const { filters, load, turnTo, change, reset } = list;
  const answer = useCounted(list);
  const columns = useColumns();
  const narrowed = Object.keys(filters).length > 0;
  return (
    <Page.Main>
      <Page.Title>{say('orders.title')}</Page.Title>
      <Layouts.Header
        title={say('orders.title')}
        subtitle={<Summary meta={answer.state === 'ready' ? answer.value.meta : undefined} />}
        primaryAction={
          <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={load}>
            {say('desk.refresh')}
          </Button>
        }
      />
      <Layouts.Content>
        <OrderFilters filters={filters} change={change} reset={reset} />
        <ListBody {...{ answer, load, turnTo, narrowed }}>
          {(rows, stale) => (
            <Rows
              label={say('orders.title')}
              columns={columns}
              rows={rows}
              idOf={({ id }) => id}
              to={({ id }) => `/orders/${id}`}
              stale={stale}
            />
          )}
        </ListBody>
      </Layouts.Content>
    </Page.Main>
  );
}

function Summary({ meta }: { meta: Totals | undefined }) {
  const { say } = useWords();
  const { money } = useTexts();
  if (meta?.more) return <Status>{say('orders.more', { count: meta.total })}</Status>;
  const texts = (meta?.totals ?? []).map(({ orders, total, refunded }) => {
    const count = say('orders.subtitle', { count: orders, total: money(total) });
    return refunded.amount > 0 ? `${count}, ${say('orders.refundedOf', { amount: money(refunded) })}` : count;
  });
  return <Status>{texts.join(' · ') || '\u00a0'}</Status>;
}

function Status({ children }: { children: string }) {
  return (
    <Typography textColor="neutral600" role="status">
      {children}
    </Typography>
  );
}

/** A long list is there at once; what all of it comes to is asked for behind it. */
function useCounted({ answer, filters }: ReturnType<typeof useList<OrderRow, Totals>>) {
  const isLong = answer.state === 'ready' && answer.value.meta.more === true;
  const path = `/api/admin/order-totals?${queryOf(filters, 1)}`;
  const { answer: counted } = useAnswer<Counted>(isLong ? path : undefined);
  return counted.state === 'ready' && !counted.stale ? exact(answer, counted.value) : answer;
}

function useColumns(): Column<OrderRow>[] {
  const { say } = useWords();
  const { code } = useTexts();
  return [
    { name: 'number', label: say('orders.number'), cell: ({ number }) => number },
    {
      name: 'status',
      label: say('orders.status'),
      cell: ({ status, needsReview }) => <OrderState status={status} needsReview={needsReview} />,
    },
    { name: 'buyer', label: say('orders.buyer'), cell: (row) => <BuyerCell row={row} /> },
    { name: 'departure', label: say('orders.departure'), cell: (row) => <DepartureCell row={row} /> },
    {
      name: 'total',
      label: say('orders.total'),
      right: true,
      cell: ({ total }) => <MoneyText value={total} strong />,
    },
    { name: 'placed', label: say('orders.placed'), cell: ({ placedAt }) => <Moment at={placedAt} /> },
    {
      name: 'channel',
      label: say('orders.channel'),
      wide: true,
      cell: ({ channel }) => <Typography>{code('orders.channel', channel)}</Typography>,
    },
  ];
}

export function OrderState({ status, needsReview }: { status: string; needsReview: boolean }) {
  const { say } = useWords();
  return (
    <Flex gap={2} inline>
      <StateWord group="orders.state" code={status} colours={orderColours} />
      {needsReview && (
        <WarningCircle role="img" aria-label={say('orders.needsReview')} fill="warning600" width="1.8rem" />
      )}
    </Flex>
  );
}

function BuyerCell({ row: { buyer } }: { row: OrderRow }) {
  return (
    <Box maxWidth="22rem">
      <Typography tag="p" ellipsis textColor="neutral800" title={buyer.fullName}>
        {buyer.fullName}
      </Typography>
      <Typography tag="p" ellipsis variant="pi" textColor="neutral600" title={buyer.email ?? undefined}>
        {buyer.email ?? buyer.phone ?? ''}
      </Typography>
    </Box>
  );
}

function DepartureCell({ row: { events, tickets } }: { row: OrderRow }) {
  const { say } = useWords();
  const { when } = useTexts();
  const [first, ...others] = events;
  if (!first) return <Soft>{say('orders.noTickets')}</Soft>;
  const more = others.length > 0 ? ` ${say('home.more', { count: others.length })}` : '';
  return (
    <Box maxWidth="30rem">
      <Typography tag="p" ellipsis textColor="neutral800" title={first.title}>
        {first.title + more}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
        {`${when(first.startAt)} · ${say('orders.ticketsCount', { count: tickets })}`}
      </Typography>
    </Box>
  );
}
