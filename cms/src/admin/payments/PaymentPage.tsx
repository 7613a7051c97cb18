import { useState } from 'react';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useParams } from 'react-router-dom';
import { Ask } from '../desk/Ask.tsx';
import { refundColours } from '../desk/colours.ts';
import { Failed } from '../desk/ListBody.tsx';
import { Fact, Facts, Panel, TwoColumns } from '../desk/Panel.tsx';
import { RowLink } from '../desk/Rows.tsx';
import { Soft, StateWord, useTexts } from '../desk/Texts.tsx';
import { useAnswer } from '../desk/use-answer.ts';
import { useDeed } from '../desk/use-deed.ts';
import { useMay } from '../desk/use-may.ts';
import { ReasonField } from '../desk/Words.tsx';
import { useLookUp } from '../lists/look-up.ts';
import { useWords } from '../words/use-words.ts';
import { AttemptState } from './AttemptsList.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import { lookUpNames } from './look-up-names.ts';
import { noticeState } from './InboxList.tsx';
import type { Notice, Payment, Refund } from './payment.ts';
import { methodName, whyText } from './payment-texts.ts';
import { hasGoneTwice, waitsForPeople } from './refund-state.ts';
import { RefundDeeds } from './RefundDeeds.tsx';

/** One attempt to pay: what became of it, and what the ledger says. */
export function PaymentPage() {
  const { id } = useParams<{ id: string }>();
  const { say } = useWords();
  const { answer, load, put } = useAnswer<{ data: Payment }>(`/api/admin/payments/${id}`);
  return (
    <Page.Main>
      <Page.Title>{say('payments.plainPayment')}</Page.Title>
      {answer.state === 'loading' && <Page.Loading />}
      {answer.state === 'failed' && <Failed failure={answer.failure} again={load} />}
      {answer.state === 'ready' && (
        <Card payment={answer.value.data} load={load} put={(data) => put({ data })} />
      )}
    </Page.Main>
  );
}

type CardProps = { payment: Payment; load: () => void; put: (payment: Payment) => void };

function Card({ payment, load, put }: CardProps) {
  const { say } = useWords();
  const { money } = useTexts();
  const number = useLookUp(lookUpNames, 'orders', payment.payable.id);
  const known = number.state === 'found' ? number.value : undefined;
  return (
    <>
      <Layouts.Header
        title={known ? say('payments.payment', { number: known }) : say('payments.plainPayment')}
        navigationAction={<BackButton fallback="/payments" />}
        subtitle={
          <Flex gap={3}>
            <AttemptState payment={payment} />
            <Typography textColor="neutral600">
              {`${methodName(say, payment.method)} · ${money(payment.amount)}`}
            </Typography>
          </Flex>
        }
        primaryAction={<AskGateway payment={payment} put={put} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {payment.needsReview && <Review payment={payment} put={put} />}
          <TwoColumns
            main={
              <>
                <RefundsPanel payment={payment} load={load} />
                <NoticesPanel notices={payment.notices} />
                <LedgerPanel postings={payment.postings} />
              </>
            }
            side={<FactsPanel payment={payment} number={known} />}
          />
        </Flex>
      </Layouts.Content>
    </>
  );
}

function AskGateway({ payment, put }: Omit<CardProps, 'load'>) {
  const { say } = useWords();
  const { code } = useTexts();
  const may = useMay();
  const { busy, run } = useDeed<Payment>();
  if (!may('payments', 'act') || payment.manual) return null;
  const ask = () =>
    run({
      path: `/api/admin/payments/${payment.id}/check`,
      done: (next) => {
        put(next);
        return say('payments.asked', { status: code('payments.state', next.status) ?? next.status });
      },
    });
  return (
    <Button startIcon={<ArrowClockwise />} loading={busy} onClick={ask}>
      {say('payments.ask')}
    </Button>
  );
}

function Review({ payment, put }: Omit<CardProps, 'load'>) {
  const { say } = useWords();
  const may = useMay();
  const { busy, run } = useDeed<Payment>();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reason.trim()) return;
    const path = `/api/admin/payments/${payment.id}/reviewed`;
    const done = (next: Payment) => {
      put(next);
      return say('payments.reviewedDone');
    };
    if (await run({ path, body: { reason }, done })) setOpen(false);
  };
  const action = may('payments', 'act') && (
    <Button variant="secondary" onClick={() => setOpen(true)}>
      {say('payments.reviewed')}
    </Button>
  );
  return (
    <Alert
      variant="warning"
      title={say('orders.needsReview')}
      closeLabel={say('desk.close')}
      action={action || undefined}
    >
      {[say('payments.reviewLead'), whyText(say, payment.reason)].filter(Boolean).join(' ')}
      <Ask
        {...{ open, setOpen, busy, confirm }}
        title={say('payments.reviewedTitle')}
        verb={say('payments.reviewed')}
      >
        <ReasonField
          name="reason"
          label={say('payments.reviewedTitle')}
          value={reason}
          setValue={setReason}
          missing={tried}
        />
      </Ask>
    </Alert>
  );
}

function FactsPanel({ payment, number }: { payment: Payment; number: string | undefined }) {
  const { say } = useWords();
  const { when } = useTexts();
  const may = useMay();
  const { payable, externalId, means, reason, startedAt, settledAt, checkedAt, nextCheckAt, manual } =
    payment;
  const moments = { started: startedAt, settled: settledAt, checked: checkedAt, nextCheck: nextCheckAt };
  return (
    <Panel title={say('payments.facts')}>
      <Facts>
        {payable.kind === 'order' && may('orders', 'view') && (
          <Fact name={say('payments.order')}>
            <RowLink to={`/orders/${payable.id}`}>{number ?? say('payments.open')}</RowLink>
          </Fact>
        )}
        {means && <Fact name={say('payments.means')}>{means}</Fact>}
        {reason && <Fact name={say('payments.reason')}>{whyText(say, reason) ?? ''}</Fact>}
        {Object.entries(moments).map(
          ([name, at]) =>
            at && (
              <Fact key={name} name={say(`payments.${name as keyof typeof moments}`)}>
                {when(at)}
              </Fact>
            ),
        )}
        {manual && <ManualFacts manual={manual} />}
        {externalId && <Fact name={say('payments.externalId')}>{externalId}</Fact>}
        {payment.test && <Fact name={say('payments.test')}>{say('yes')}</Fact>}
      </Facts>
    </Panel>
  );
}

function ManualFacts({ manual }: { manual: NonNullable<Payment['manual']> }) {
  const { say } = useWords();
  const name = useLookUp(lookUpNames, 'staff', manual.staffId);
  return (
    <>
      <Fact name={say('payments.manual')}>
        {(name.state === 'found' && name.value) || say('desk.colleague')}
      </Fact>
      <Fact name={say('payments.reference')}>{manual.reference}</Fact>
      <Fact name={say('desk.reason')}>{manual.reason}</Fact>
    </>
  );
}

function RefundsPanel({ payment, load }: { payment: Payment; load: () => void }) {
  const { say } = useWords();
  return (
    <Panel title={say('payments.refunds')}>
      {payment.refunds.length === 0 && <Soft>{say('payments.noRefunds')}</Soft>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {payment.refunds.map((refund) => (
          <RefundItem key={refund.id} refund={refund} load={load} />
        ))}
      </Flex>
    </Panel>
  );
}

function RefundItem({ refund, load }: { refund: Refund; load: () => void }) {
  const { say } = useWords();
  const { money, when } = useTexts();
  const waits = waitsForPeople(refund);
  const byHand = waits && refund.problem === 'BY_HAND';
  const notes = [
    when(refund.settledAt ?? refund.requestedAt),
    whyText(say, refund.reason),
    !byHand && whyText(say, refund.problem),
    refund.externalId,
  ];
  return (
    <li>
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="semiBold">{money(refund.amount)}</Typography>
        <StateWord group="orders.refundState" code={refund.status} colours={refundColours} />
      </Flex>
      <Soft>{notes.filter(Boolean).join(' · ')}</Soft>
      {(waits || hasGoneTwice(refund)) && (
        <Soft>{say(byHand ? 'orders.byHand' : 'payments.checkRefund')}</Soft>
      )}
      <RefundDeeds refund={refund} load={load} />
    </li>
  );
}

function NoticesPanel({ notices }: { notices: Notice[] }) {
  const { say } = useWords();
  const { when, code } = useTexts();
  return (
    <Panel title={say('payments.notices')}>
      {notices.length === 0 && <Soft>{say('orders.noNotices')}</Soft>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {notices.map((notice) => (
          <Box key={notice.id} tag="li">
            <Typography fontWeight="semiBold">
              {code('payments.event', notice.event) ?? say('payments.event.other')}
            </Typography>
            <Soft>
              {[
                when(notice.receivedAt),
                say('payments.receipts', { count: notice.receipts }),
                notice.ip && say('payments.address', { ip: notice.ip }),
                code('payments.noticeState', noticeState(notice)),
                whyText(say, notice.problem),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Soft>
          </Box>
        ))}
      </Flex>
    </Panel>
  );
}
