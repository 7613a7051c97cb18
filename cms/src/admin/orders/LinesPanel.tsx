import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Panel } from '../desk/Panel.tsx';
import { Soft, useTexts, type Money } from '../desk/Texts.tsx';
import { useWords } from '../words/use-words.ts';
import type { Line, Order } from './order.ts';

const Sums = styled.div`
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 0.6rem 2.4rem;
  padding-top: 1.6rem;
  margin-top: 0.8rem;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  font-variant-numeric: tabular-nums;

  > :nth-child(even) {
    text-align: right;
  }
`;

const LineRow = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0.2rem 1.6rem;
  padding: 1rem 0;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  font-variant-numeric: tabular-nums;
`;

/** What was bought, departure by departure, and what it comes to. */
export function LinesPanel({ order }: { order: Order }) {
  const { say } = useWords();
  const { when } = useTexts();
  const others = order.lines.filter(({ eventId }) => !order.events.some(({ id }) => id === eventId));
  return (
    <Panel title={say('orders.what')}>
      {order.events.map(({ id, title, startAt, timezone, refund }) => (
        <Box key={id} paddingBottom={4}>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {`${when(startAt, timezone)} · ${title}`}
          </Typography>
          {refund.until && <Soft>{say('orders.refundUntil', { when: when(refund.until, timezone) })}</Soft>}
          <Lines lines={order.lines.filter(({ eventId }) => eventId === id)} />
        </Box>
      ))}
      {others.length > 0 && <Lines lines={others} />}
      <Totals order={order} />
    </Panel>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <LineItem key={line.id} line={line} />
      ))}
    </ul>
  );
}

function LineItem({ line }: { line: Line }) {
  const { say } = useWords();
  const { money } = useTexts();
  const { name, seatCode, quantity, unitPrice, amount, refunded, passenger, discount } = line;
  const notes = [
    seatCode && say('orders.seat', { seat: seatCode }),
    passenger?.fullName,
    quantity > 1 && `${quantity} × ${money(unitPrice)}`,
    discount.amount > 0 && `${say('orders.discount')} −${money(discount)}`,
    refunded.amount > 0 && say('orders.lineRefunded', { amount: money(refunded) }),
  ].filter(Boolean);
  return (
    <LineRow>
      <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      <Typography textColor="neutral800" fontWeight="semiBold">
        {money(amount)}
      </Typography>
      {notes.length > 0 && <Soft>{notes.join(' · ')}</Soft>}
    </LineRow>
  );
}

function Totals({ order }: { order: Order }) {
  const { say } = useWords();
  const { discount, fees, vat, total, refunded, promotion } = order;
  const discounted = promotion ? say('orders.promotion', { code: promotion.code }) : say('orders.discount');
  return (
    <Sums>
      {discount.amount > 0 && <Sum name={discounted} value={discount} minus />}
      <Sum name={say('orders.toPay')} value={total} strong />
      {fees.amount > 0 && <Sum name={say('orders.fees')} value={fees} />}
      <Sum name={say('orders.vat')} value={vat} />
      {refunded.amount > 0 && <Sum name={say('orders.refunded')} value={refunded} minus />}
    </Sums>
  );
}

type SumProps = { name: string; value: Money; strong?: boolean; minus?: boolean };

function Sum({ name, value, strong = false, minus = false }: SumProps) {
  const { money } = useTexts();
  const look = strong ? ({ variant: 'delta' } as const) : ({ textColor: 'neutral600' } as const);
  return (
    <>
      <Flex>
        <Typography {...look}>{name}</Typography>
      </Flex>
      <Typography {...look}>{(minus ? '−' : '') + money(value)}</Typography>
    </>
  );
}
