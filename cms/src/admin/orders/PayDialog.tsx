import { useState } from 'react';
import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useTexts } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { LineField, ReasonField } from '../desk/Words.tsx';
import { useWords } from '../words/use-words.ts';
import { handMethods } from './order.ts';
import type { OrderDialog } from './order-dialog.ts';

/** Says that the money came past every gateway. */
export function PayDialog({ order, load, open, setOpen }: OrderDialog) {
  const { say } = useWords();
  const { money } = useTexts();
  const { busy, run } = useDeed();
  const [form, setForm] = useState({ method: 'cash', reference: '', reason: '' });
  const [tried, setTried] = useState(false);
  const set = (name: keyof typeof form) => (value: string) =>
    setForm((before) => ({ ...before, [name]: value }));
  const confirm = async () => {
    setTried(true);
    if (!form.reference.trim() || !form.reason.trim()) return;
    const path = `/api/admin/orders/${order.id}/mark-paid`;
    if (!(await run({ path, body: form, done: () => say('orders.paid') }))) return;
    setOpen(false);
    load();
  };
  const title = say('orders.payTitle', { number: order.number });
  return (
    <Ask {...{ title, open, setOpen, busy, confirm }} verb={say('orders.payDo')}>
      <Typography>{say('orders.payLead', { amount: money(order.total) })}</Typography>
      <Field.Root name="method" required>
        <Field.Label>{say('orders.payMethod')}</Field.Label>
        <SingleSelect value={form.method} onChange={(method) => set('method')(String(method))}>
          {handMethods.map((method) => (
            <SingleSelectOption key={method} value={method}>
              {say(`payments.method.${method}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <LineField
        name="reference"
        label={say('orders.slip')}
        value={form.reference}
        setValue={set('reference')}
        missing={tried}
      />
      <ReasonField
        name="reason"
        label={say('desk.reason')}
        hint={say('desk.reasonHint')}
        value={form.reason}
        setValue={set('reason')}
        missing={tried}
      />
    </Ask>
  );
}
