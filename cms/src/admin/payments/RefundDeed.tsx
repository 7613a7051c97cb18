import { useState, type ReactNode } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useTexts } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { useWords, type Say } from '../words/use-words.ts';
import type { Refund } from './payment.ts';

type WordId = Parameters<Say>[0];

type Props = {
  refund: Pick<Refund, 'id' | 'amount'>;
  /** The last part of its door. */
  deed: 'confirm' | 'fail' | 'again';
  /** What the button does, what is asked before, and what is said afterwards. */
  words: { verb: WordId; lead: WordId; done: WordId };
  /** Undefined: something is missing yet. */
  body: object | undefined;
  danger?: boolean;
  load: () => void;
  /** `tried`: somebody wanted to go on already. */
  children: (tried: boolean) => ReactNode;
};

/** A button that does something about a refund, after it has asked. */
export function RefundDeed({ refund, deed, words, body, danger = false, load, children }: Props) {
  const { say } = useWords();
  const { money } = useTexts();
  const { busy, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const amount = money(refund.amount);
  const confirm = async () => {
    setTried(true);
    if (!body) return;
    const path = `/api/admin/payment-refunds/${refund.id}/${deed}`;
    if (!(await run({ path, body, done: () => say(words.done) }))) return;
    setOpen(false);
    load();
  };
  const asking = { title: say('orders.refundOf', { amount }), verb: say(words.verb), open, setOpen, busy };
  return (
    <Box paddingTop={2}>
      <Button variant={danger ? 'danger-light' : 'secondary'} onClick={() => setOpen(true)}>
        {say(words.verb)}
      </Button>
      <Ask {...asking} confirm={confirm} danger={danger}>
        <Typography>{say(words.lead, { amount })}</Typography>
        {children(tried)}
      </Ask>
    </Box>
  );
}
