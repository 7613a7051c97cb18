import { useEffect, useState } from 'react';
import { Box, Loader, Typography } from '@strapi/design-system';
import { businessNow } from '../../home/business-clock.ts';
import { useWords } from '../../words/use-words.ts';
import type { Departures, Kind } from '../departure-loader.ts';
import { loadDepartures } from '../load-departures.ts';
import { whenText } from '../when-text.ts';
import { Figures, Plain } from './Cells.tsx';

type Loaded = Departures | 'loading' | 'failed' | undefined;

/** When the record sails next, and how often in the coming thirty days. */
export function NextDepartureCell({ kind, id }: { kind: Kind; id: string }) {
  const { say, tag } = useWords();
  const found = useDepartures(kind, id);
  if (found === 'loading') return <Loader small>{say('list.nextDeparture')}</Loader>;
  if (found === 'failed') return <Plain>—</Plain>;
  if (!found?.next) return <Typography textColor="neutral600">{say('list.noDeparture')}</Typography>;
  const { startAt, timezone } = found.next;
  return (
    <Box>
      <Figures>{whenText({ instant: startAt, zone: timezone, tag, now: businessNow(), say })}</Figures>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {say('list.inThirtyDays', { count: found.next30Days })}
      </Typography>
    </Box>
  );
}

function useDepartures(kind: Kind, id: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    const state = { shown: true };
    const show = (value: Loaded) => state.shown && setLoaded(value);
    setLoaded('loading');
    loadDepartures(kind, id).then(show, () => show('failed'));
    return () => {
      state.shown = false;
    };
  }, [kind, id]);
  return loaded;
}
