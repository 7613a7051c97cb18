import { useState } from 'react';
import { Checkbox, Flex } from '@strapi/design-system';
import { useMay } from '../desk/use-may.ts';
import { LineField, ReasonField } from '../desk/Words.tsx';
import { useWords } from '../words/use-words.ts';
import type { Refund } from './payment.ts';
import { hasGoneTwice, waitsForPeople } from './refund-state.ts';
import { RefundDeed } from './RefundDeed.tsx';

type Props = { refund: Refund; load: () => void };

/** What people do about a refund that is stuck. */
export function RefundDeeds({ refund, load }: Props) {
  const may = useMay();
  if (!may('payments', 'act')) return null;
  const waits = waitsForPeople(refund);
  return (
    <Flex gap={3} wrap="wrap">
      {(waits || hasGoneTwice(refund)) && <ConfirmRefund refund={refund} load={load} />}
      {waits && <FailRefund refund={refund} load={load} />}
      {refund.mayAskAgain && <AskAgain refund={refund} load={load} />}
    </Flex>
  );
}

const confirmWords = {
  verb: 'orders.confirmRefund',
  lead: 'orders.confirmLead',
  done: 'orders.refundConfirmed',
} as const;

/** The money of a refund was handed over, or has gone without our hearing of it. */
export function ConfirmRefund(props: { refund: Pick<Refund, 'id' | 'amount'>; load: () => void }) {
  const { say } = useWords();
  const [reference, setReference] = useState('');
  const body = reference.trim() ? { reference } : undefined;
  return (
    <RefundDeed {...props} deed="confirm" words={confirmWords} body={body}>
      {(tried) => (
        <LineField
          name="reference"
          label={say('orders.slip')}
          value={reference}
          setValue={setReference}
          missing={tried}
        />
      )}
    </RefundDeed>
  );
}

const failWords = {
  verb: 'payments.failRefund',
  lead: 'payments.failLead',
  done: 'payments.refundFailed',
} as const;

/** The money of a refund has not gone. */
function FailRefund(props: Props) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const body = reason.trim() ? { reason } : undefined;
  return (
    <RefundDeed {...props} deed="fail" words={failWords} body={body} danger>
      {(tried) => (
        <ReasonField
          name="reason"
          label={say('payments.reviewedTitle')}
          value={reason}
          setValue={setReason}
          missing={tried}
        />
      )}
    </RefundDeed>
  );
}

const againWords = {
  verb: 'payments.askAgain',
  lead: 'payments.askAgainLead',
  done: 'payments.askedAgain',
} as const;

/** Money that paid for nothing goes back once more. */
function AskAgain(props: Props) {
  const { say } = useWords();
  const [byHand, setByHand] = useState(false);
  return (
    <RefundDeed {...props} deed="again" words={againWords} body={{ byHand }}>
      {() => (
        <Checkbox checked={byHand} onCheckedChange={(checked) => setByHand(checked === true)}>
          {say('payments.againByHand')}
        </Checkbox>
      )}
    </RefundDeed>
  );
}
