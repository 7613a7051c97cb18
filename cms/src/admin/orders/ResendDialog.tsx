import { useState } from 'react';
import { Checkbox, Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { useWords } from '../words/use-words.ts';
import type { OrderDialog } from './order-dialog.ts';

/** Sends the tickets once more; a letter that came into wrong hands opens the order no longer, when that is wished. */
export function ResendDialog({ order, load, open, setOpen }: OrderDialog) {
  const { say } = useWords();
  const { busy, run } = useDeed<{ to: string }>();
  const [newLink, setNewLink] = useState(false);
  const confirm = async () => {
    const done = ({ to }: { to: string }) => say('orders.resent', { to });
    if (!(await run({ path: `/api/admin/orders/${order.id}/resend`, body: { newLink }, done }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.resendTitle');
  return (
    <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('orders.resendDo')}>
      <Typography>{say('orders.resendLead', { to: order.buyer.email ?? '' })}</Typography>
      <Checkbox checked={newLink} onCheckedChange={(checked) => setNewLink(checked === true)}>
        {say('orders.resendNewLink')}
      </Checkbox>
    </Ask>
  );
}
