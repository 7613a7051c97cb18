import { Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { useWords } from '../words/use-words.ts';
import type { OrderDialog } from './order-dialog.ts';

/** Sends the tickets once more. */
export function ResendDialog({ order, load, open, setOpen }: OrderDialog) {
  const { say } = useWords();
  const { busy, run } = useDeed<{ to: string }>();
  const confirm = async () => {
    const done = ({ to }: { to: string }) => say('orders.resent', { to });
    if (!(await run({ path: `/api/admin/orders/${order.id}/resend`, done }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.resendTitle');
  return (
    <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('orders.resendDo')}>
      <Typography>{say('orders.resendLead', { to: order.buyer.email ?? '' })}</Typography>
    </Ask>
  );
}
