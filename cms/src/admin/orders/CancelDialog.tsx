import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useTexts } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { ReasonField } from '../desk/Words.tsx';
import { useWords } from '../words/use-words.ts';
import { holdsMoney, leftOver, type Order } from './order.ts';
import type { OrderDialog } from './order-dialog.ts';

/** Ends the order; whoever paid gets the rest back first. */
export function CancelDialog({ order, load, open, setOpen }: OrderDialog) {
  const { say } = useWords();
  const { money } = useTexts();
  const { busy, run } = useDeed<Order>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const paid = holdsMoney(order);
  const confirm = async () => {
    setTried(true);
    if (!reason.trim()) return;
    const done = ({ status }: Order) =>
      say(status === 'CANCELLED' ? 'orders.cancelled' : 'orders.cancelPending');
    if (!(await run({ path: `/api/admin/orders/${order.id}/cancel`, body: { reason }, done }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.cancelTitle', { number: order.number });
  return (
    <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('orders.cancel')} danger>
      <Typography>
        {paid ? say('orders.cancelPaid', { amount: money(leftOver(order)) }) : say('orders.cancelUnpaid')}
      </Typography>
      <ReasonField
        name="reason"
        label={say('desk.reason')}
        hint={say('desk.reasonHint')}
        value={reason}
        setValue={setReason}
        missing={tried}
      />
    </Ask>
  );
}
