import { useState } from 'react';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link, useParams } from 'react-router-dom';
import { orderColours } from '../desk/colours.ts';
import { Failed } from '../desk/ListBody.tsx';
import { Fact, Facts, Panel, TwoColumns } from '../desk/Panel.tsx';
import { Rows, type Column } from '../desk/Rows.tsx';
import { MoneyText, Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useAnswer } from '../desk/use-answer.ts';
import { useMay } from '../desk/use-may.ts';
import { useWords } from '../words/use-words.ts';
import { CancelDeparture } from './CancelDeparture.tsx';
import { ChangeDeparture } from './ChangeDeparture.tsx';
import { type AffectedOrder, type Departure, isOver } from './departure.ts';
import type { OfDeparture } from './departure-dialog.ts';

const stateColours = {
  draft: 'neutral',
  on_sale: 'success',
  closed: 'warning',
  boarding: 'secondary',
  departed: 'alternative',
  completed: 'neutral',
  cancelled: 'danger',
} as const;

/** Who is on a departure, before anything is done to it. */
export function DeparturePage() {
  const { id } = useParams<{ id: string }>();
  const { say } = useWords();
  const { answer, load } = useAnswer<{ data: Departure }>(`/api/admin/events/${id}/cancel`);
  const departure = answer.state === 'ready' ? answer.value.data : undefined;
  return (
    <Page.Main>
      <Page.Title>{departure?.event.title ?? say('sailing.title')}</Page.Title>
      {answer.state === 'loading' && <Page.Loading />}
      {answer.state === 'failed' && <Failed failure={answer.failure} again={load} />}
      {departure && <Card departure={departure} load={load} />}
    </Page.Main>
  );
}

function Card({ departure, load }: OfDeparture) {
  const { event } = departure;
  const { when } = useTexts();
  return (
    <>
      <Layouts.Header
        title={event.title}
        navigationAction={<BackButton fallback="/orders" />}
        subtitle={
          <Flex gap={3} wrap="wrap">
            <StateWord group="sailing.state" code={event.state} colours={stateColours} />
            <Typography textColor="neutral600">{when(event.leavesAt, event.timezone)}</Typography>
          </Flex>
        }
        primaryAction={<Actions departure={departure} load={load} />}
      />
      <Layouts.Content>
        <TwoColumns
          main={<Orders departure={departure} />}
          side={
            <>
              <Totals departure={departure} />
              <Sailing departure={departure} />
            </>
          }
        />
      </Layouts.Content>
    </>
  );
}

function Actions({ departure, load }: OfDeparture) {
  const { say } = useWords();
  const may = useMay();
  const [doing, setDoing] = useState<'cancel' | 'change'>();
  const own = { departure, load, open: true, setOpen: () => setDoing(undefined) };
  if (isOver(departure) || !may('refunds', 'act')) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Button variant="danger-light" onClick={() => setDoing('cancel')}>
        {say('sailing.cancel')}
      </Button>
      <Button onClick={() => setDoing('change')}>{say('sailing.change')}</Button>
      {doing === 'cancel' && <CancelDeparture {...own} />}
      {doing === 'change' && <ChangeDeparture {...own} />}
    </Flex>
  );
}

function Orders({ departure }: { departure: Departure }) {
  const { say } = useWords();
  const columns = useColumns();
  return (
    <Panel title={say('sailing.affected')}>
      {departure.orders.length === 0 ? (
        <Soft>{say(isOver(departure) ? 'sailing.over' : 'sailing.none')}</Soft>
      ) : (
        <Rows
          label={say('sailing.affected')}
          columns={columns}
          rows={departure.orders}
          idOf={({ id }) => id}
          to={({ id }) => `/orders/${id}`}
        />
      )}
    </Panel>
  );
}

function useColumns(): Column<AffectedOrder>[] {
  const { say } = useWords();
  return [
    { name: 'number', label: say('orders.number'), cell: ({ number }) => number },
    {
      ...{ name: 'status', label: say('orders.status') },
      cell: ({ status }) => <StateWord group="orders.state" code={status} colours={orderColours} />,
    },
    { name: 'buyer', label: say('orders.buyer'), cell: (order) => <Buyer order={order} /> },
    {
      ...{ name: 'tickets', label: say('orders.tickets'), right: true },
      cell: ({ tickets }) => <Typography>{tickets}</Typography>,
    },
    {
      ...{ name: 'amount', label: say('orders.amount'), right: true },
      cell: ({ amount }) => <MoneyText value={amount} />,
    },
  ];
}

function Buyer({ order }: { order: AffectedOrder }) {
  const { say } = useWords();
  const { buyer, otherEvents } = order;
  const others = otherEvents > 0 && say('sailing.alsoOthers', { count: otherEvents });
  const notes = [buyer.email ?? buyer.phone ?? say('sailing.noMail'), others].filter(Boolean);
  return (
    <Box maxWidth="22rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Typography tag="p">{buyer.fullName}</Typography>
      <Soft>{notes.join(' · ')}</Soft>
    </Box>
  );
}

function Totals({ departure }: { departure: Departure }) {
  const { say } = useWords();
  const { totals } = departure;
  return (
    <Panel title={say('sailing.orders', { count: totals.orders })}>
      <Facts>
        <Fact name={say('orders.tickets')}>{say('sailing.tickets', { count: totals.tickets })}</Fact>
        {totals.money.map((value) => (
          <Fact key={value.currency} name={say('sailing.money')}>
            <MoneyText value={value} strong />
          </Fact>
        ))}
        {totals.unpaid > 0 && (
          <Fact name={say('sailing.unpaid')}>{say('sailing.orders', { count: totals.unpaid })}</Fact>
        )}
        {totals.withoutEmail > 0 && (
          <Fact name={say('sailing.noMail')}>{say('sailing.orders', { count: totals.withoutEmail })}</Fact>
        )}
      </Facts>
    </Panel>
  );
}

function Sailing({ departure }: { departure: Departure }) {
  const { say, locale } = useWords();
  const { when } = useTexts();
  const { event } = departure;
  const { delayMinutes: minutes, timezone } = event;
  const start = when(event.startAt, timezone);
  const form = `/content-manager/collection-types/api::catalog.event/${event.id}`;
  const toForm = (
    <LinkButton tag={Link} to={form} variant="tertiary">
      {say('sailing.card')}
    </LinkButton>
  );
  return (
    <Panel title={say('orders.departure')} action={toForm}>
      <Facts>
        <Fact name={say('sailing.leaves')}>
          {minutes > 0 ? say('sailing.delayed', { when: start, minutes }) : start}
        </Fact>
        {event.berth && <Fact name={say('sailing.berth')}>{event.berth.name}</Fact>}
        {event.vessel && <Fact name={say('sailing.vessel')}>{event.vessel}</Fact>}
        {event.notice && <Fact name={say('sailing.noticeName')}>{noticeIn(event.notice, locale)}</Fact>}
      </Facts>
    </Panel>
  );
}

const noticeIn = (notice: NonNullable<Departure['event']['notice']>, locale: string): string =>
  notice[locale.slice(0, 2) as keyof typeof notice] ?? notice.ru;
