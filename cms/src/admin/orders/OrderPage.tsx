import { useEffect, useRef } from 'react';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { Failed } from '../desk/ListBody.tsx';
import { TwoColumns } from '../desk/Panel.tsx';
import { useTexts } from '../desk/Texts.tsx';
import { useAnswer } from '../desk/use-answer.ts';
import { useWords } from '../words/use-words.ts';
import { isMoving, type Order } from './order.ts';
import { OrderActions } from './OrderActions.tsx';
import { OrderState } from './OrdersPage.tsx';
import { BuyerPanel, HistoryPanel, LettersPanel, TicketsPanel } from './OrderSides.tsx';
import { LinesPanel } from './LinesPanel.tsx';
import { PaymentsPanel } from './PaymentsPanel.tsx';
import { reasonWord } from './history-sentence.ts';
import { ReviewNotice } from './ReviewNotice.tsx';

/** Everything about one order, and what can be done with it. */
export function OrderPage() {
  const { id } = useParams<{ id: string }>();
  const { say } = useWords();
  const { answer, load } = useAnswer<{ data: Order }>(`/api/admin/orders/${id}`);
  const order = answer.state === 'ready' ? answer.value.data : undefined;
  useSecondLook(order, load);
  const title = order ? say('orders.order', { number: order.number }) : say('orders.title');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      {answer.state === 'loading' && <Page.Loading />}
      {answer.state === 'failed' && <Failed failure={answer.failure} again={load} />}
      {order && <Card order={order} load={load} />}
    </Page.Main>
  );
}

const looks = 40;
const lookAfterMs = 1_500;

/** Looks again for a minute while something is on its way. */
function useSecondLook(order: Order | undefined, load: () => void) {
  const looked = useRef(0);
  const moves = order !== undefined && isMoving(order);
  useEffect(() => {
    if (!moves) looked.current = 0;
    if (!moves || looked.current >= looks) return undefined;
    const timer = window.setTimeout(() => {
      looked.current += 1;
      load();
    }, lookAfterMs);
    return () => window.clearTimeout(timer);
  }, [order, moves, load]);
}

function Card({ order, load }: { order: Order; load: () => void }) {
  const { say } = useWords();
  return (
    <>
      <Layouts.Header
        title={say('orders.order', { number: order.number })}
        navigationAction={<BackButton fallback="/orders" />}
        subtitle={<Subtitle order={order} />}
        primaryAction={<OrderActions order={order} load={load} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {order.needsReview && <ReviewNotice order={order} load={load} />}
          <TwoColumns
            main={
              <>
                <LinesPanel order={order} />
                <PaymentsPanel order={order} load={load} />
                <TicketsPanel order={order} />
              </>
            }
            side={
              <>
                <BuyerPanel order={order} />
                <LettersPanel order={order} />
                <HistoryPanel order={order} />
              </>
            }
          />
        </Flex>
      </Layouts.Content>
    </>
  );
}

function Subtitle({ order }: { order: Order }) {
  const { say } = useWords();
  const { when, code } = useTexts();
  const { placedAt, channel, expiresAt, closeReason, status } = order;
  const known = reasonWord(closeReason ?? '');
  const reason = known ? say(known) : closeReason;
  const texts = [
    say('orders.placedThrough', {
      when: when(placedAt),
      channel: code('orders.channel', channel) ?? channel,
    }),
    status === 'LOCKED' && expiresAt && say('orders.until', { when: when(expiresAt) }),
    reason && say('orders.closedBecause', { reason }),
  ];
  return (
    <Flex gap={3} wrap="wrap">
      <OrderState status={status} needsReview={order.needsReview} />
      <Typography textColor="neutral600">{texts.filter(Boolean).join(' · ')}</Typography>
    </Flex>
  );
}
