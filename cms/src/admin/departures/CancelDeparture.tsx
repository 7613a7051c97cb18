import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { Ask } from '../desk/Ask.tsx';
import { useTexts } from '../desk/Texts.tsx';
import { useDeed } from '../desk/use-deed.ts';
import { ReasonField } from '../desk/Words.tsx';
import { useWords } from '../words/use-words.ts';
import { CauseField } from './Cause.tsx';
import { causes } from './departure.ts';
import type { DepartureDialog, OfDeparture } from './departure-dialog.ts';

/** Says what it comes to first: a cancelled departure stays cancelled. */
export function CancelDeparture({ departure, load, open, setOpen }: DepartureDialog) {
  const { say } = useWords();
  const { busy, run } = useDeed();
  const [cause, setCause] = useState<string>(causes[0]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reason.trim()) return;
    const path = `/api/admin/events/${departure.event.id}/cancel`;
    if (!(await run({ path, body: { cause, reason }, done: () => say('sailing.cancelled') }))) return;
    setOpen(false);
    load();
  };
  const words = { title: say('sailing.cancelTitle'), verb: say('sailing.cancel') };
  return (
    <Ask {...{ ...words, open, setOpen, busy, confirm }} danger>
      <Consequences departure={departure} />
      <CauseField value={cause} setValue={setCause} />
      <ReasonField
        name="reason"
        label={say('sailing.reason')}
        hint={say('sailing.reasonHint')}
        value={reason}
        setValue={setReason}
        missing={tried}
      />
    </Ask>
  );
}

function Consequences({ departure }: Pick<OfDeparture, 'departure'>) {
  const { say } = useWords();
  const texts = useTexts();
  const { totals } = departure;
  const money = totals.money.map(texts.money).join(' + ');
  const orders = say('sailing.orders', { count: totals.orders });
  const tickets = say('sailing.tickets', { count: totals.tickets });
  return <Typography>{say('sailing.cancelLead', { money: money || '0', orders, tickets })}</Typography>;
}
