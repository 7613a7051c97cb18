import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useTexts } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { useMay } from '../desk/use-may.ts';
import { ReasonField } from '../desk/Words.tsx';
import { ConfirmRefund } from '../orders/PaymentsPanel.tsx';
import { useWords } from '../words/use-words.ts';
import type { Refund } from './payment.ts';

type Props = { refund: Refund; load: () => void };

/** Whether nothing happens to it until people have looked. */
export const waitsForPeople = ({ status, problem }: Refund): boolean =>
  ['requested', 'pending'].includes(status) && problem !== null;

/** What people do about a refund that is stuck. */
export function RefundDeeds({ refund, load }: Props) {
  const may = useMay();
  if (!may('payments', 'act')) return null;
  return (
    <Flex gap={3} wrap="wrap">
      {waitsForPeople(refund) && <ConfirmRefund refund={refund} load={load} />}
      {waitsForPeople(refund) && <FailRefund refund={refund} load={load} />}
      {refund.mayAskAgain && <AskAgain refund={refund} load={load} />}
    </Flex>
  );
}

/** The money of a refund has not gone. */
function FailRefund({ refund, load }: Props) {
  const { say } = useWords();
  const { money } = useTexts();
  const { busy, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reason.trim()) return;
    const path = `/api/admin/payment-refunds/${refund.id}/fail`;
    if (!(await run({ path, body: { reason }, done: () => say('payments.refundFailed') }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.refundOf', { amount: money(refund.amount) });
  return (
    <Box paddingTop={2}>
      <Button variant="danger-light" onClick={() => setOpen(true)}>
        {say('payments.failRefund')}
      </Button>
      <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('payments.failRefund')} danger>
        <Typography>{say('payments.failLead', { amount: money(refund.amount) })}</Typography>
        <ReasonField
          name="reason"
          label={say('payments.reviewedTitle')}
          value={reason}
          setValue={setReason}
          missing={tried}
        />
      </Ask>
    </Box>
  );
}

/** Money that paid for nothing goes back once more. */
function AskAgain({ refund, load }: Props) {
  const { say } = useWords();
  const { money } = useTexts();
  const { busy, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [byHand, setByHand] = useState(false);
  const confirm = async () => {
    const path = `/api/admin/payment-refunds/${refund.id}/again`;
    if (!(await run({ path, body: { byHand }, done: () => say('payments.askedAgain') }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.refundOf', { amount: money(refund.amount) });
  return (
    <Box paddingTop={2}>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('payments.askAgain')}
      </Button>
      <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('payments.askAgain')}>
        <Typography>{say('payments.askAgainLead', { amount: money(refund.amount) })}</Typography>
        <Checkbox checked={byHand} onCheckedChange={(checked) => setByHand(checked === true)}>
          {say('payments.againByHand')}
        </Checkbox>
      </Ask>
    </Box>
  );
}
