import { Box, Flex, Typography } from '@strapi/design-system';
import { paymentColours, refundColours } from '../desk/colours.ts';
import { Panel } from '../desk/Panel.tsx';
import { RowLink } from '../desk/Rows.tsx';
import { Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useAnswer } from '../desk/use-answer.ts';
import { useMay } from '../desk/use-may.ts';
import { methodName, whyText } from '../payments/payment-texts.ts';
import { ConfirmRefund } from '../payments/RefundDeeds.tsx';
import { useWords } from '../words/use-words.ts';
import { isByHand, type Attempt, type MoneyBack, type Order } from './order.ts';

/** The attempts to pay with what went back of each, and the notifications about them. */
export function PaymentsPanel({ order, load }: { order: Order; load: () => void }) {
  const { say } = useWords();
  return (
    <Panel title={say('orders.payments')}>
      {order.payments.length === 0 && <Soft>{say('orders.noPayments')}</Soft>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
        {order.payments.map((attempt) => (
          <AttemptItem key={attempt.id} {...{ attempt, order, load }} />
        ))}
      </Flex>
    </Panel>
  );
}

function AttemptItem({ attempt, order, load }: { attempt: Attempt; order: Order; load: () => void }) {
  const { say } = useWords();
  const { money, when } = useTexts();
  const may = useMay();
  const { method, means, reason, startedAt, settledAt, status, amount } = attempt;
  const notes = [when(settledAt ?? startedAt), means, whyText(say, reason)].filter(Boolean).join(' · ');
  return (
    <li>
      <Flex justifyContent="space-between" gap={4} wrap="wrap" alignItems="baseline">
        <Flex gap={3} wrap="wrap">
          <Typography fontWeight="bold">{`${methodName(say, method)} · ${money(amount)}`}</Typography>
          <StateWord group="payments.state" code={status} colours={paymentColours} />
        </Flex>
        {may('payments', 'view') && (
          <RowLink to={`/payments/${attempt.id}`}>{say('orders.paymentCard')}</RowLink>
        )}
      </Flex>
      <Soft>{notes}</Soft>
      {may('payments', 'view') && <Notices paymentId={attempt.id} />}
      {attempt.refunds.map((refund) => (
        <RefundItem key={refund.id} {...{ refund, attempt, order, load }} />
      ))}
    </li>
  );
}

type Notice = { id: string; event: string; receivedAt: string; receipts: number; problem: string | null };

function Notices({ paymentId }: { paymentId: string }) {
  const { say } = useWords();
  const { when, code } = useTexts();
  const { answer } = useAnswer<{ data: { notices: Notice[] } }>(`/api/admin/payments/${paymentId}`);
  if (answer.state !== 'ready' || answer.value.data.notices.length === 0) return null;
  return (
    <Soft>
      {answer.value.data.notices
        .map(({ event, receivedAt, problem }) =>
          [
            `${code('payments.event', event) ?? say('payments.event.other')}: ${when(receivedAt)}`,
            whyText(say, problem),
          ]
            .filter(Boolean)
            .join(', '),
        )
        .join(' · ')}
    </Soft>
  );
}

type RefundProps = { refund: MoneyBack; attempt: Attempt; order: Order; load: () => void };

function RefundItem({ refund, attempt, order, load }: RefundProps) {
  const { say } = useWords();
  const { money, when, code } = useTexts();
  const may = useMay();
  const waits = isByHand(attempt.method) && refund.status === 'pending';
  const request = order.refunds.find(
    ({ reasonCode, requestedAt }) => reasonCode === refund.reason && requestedAt === refund.requestedAt,
  );
  const notes = [
    when(refund.requestedAt),
    code('orders.rule', refund.reason) ?? code('orders.close', refund.reason),
    request?.reason,
    request?.dueBy && say('orders.refundDue', { when: when(request.dueBy) }),
  ];
  return (
    <Box paddingLeft={4} marginTop={3} borderColor="neutral200" borderWidth="0 0 0 2px" borderStyle="solid">
      <Flex gap={3} wrap="wrap">
        <Typography>{say('orders.refundOf', { amount: money(refund.amount) })}</Typography>
        <StateWord group="orders.refundState" code={refund.status} colours={refundColours} />
      </Flex>
      <Soft>{notes.filter(Boolean).join(' · ')}</Soft>
      {waits && <Soft>{say('orders.byHand')}</Soft>}
      {waits && may('payments', 'act') && <ConfirmRefund refund={refund} load={load} />}
    </Box>
  );
}
