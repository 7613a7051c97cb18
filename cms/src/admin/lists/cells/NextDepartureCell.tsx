import { Box, Loader, Typography } from '@strapi/design-system';
import { businessNow } from '../../home/business-clock.ts';
import { useWords } from '../../words/use-words.ts';
import { lookUpDepartures, useLookUp, type Kind } from '../look-up.ts';
import { whenText } from '../when-text.ts';
import { Figures, Plain } from './Cells.tsx';

/** When the record sails next, and how often in the coming thirty days. */
export function NextDepartureCell({ kind, id }: { kind: Kind; id: string }) {
  const { say, tag } = useWords();
  const found = useLookUp(lookUpDepartures, kind, id);
  if (found.state === 'waiting') return <Loader small>{say('list.nextDeparture')}</Loader>;
  if (found.state === 'failed') return <Plain>{null}</Plain>;
  if (!found.value?.next) return <Typography textColor="neutral600">{say('list.noDeparture')}</Typography>;
  const { startAt, timezone } = found.value.next;
  return (
    <Box>
      <Figures>{whenText({ instant: startAt, zone: timezone, tag, now: businessNow(), say })}</Figures>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {say('list.inThirtyDays', { count: found.value.next30Days })}
      </Typography>
    </Box>
  );
}
