import { zonedIso } from '@gangway/kit';

const hour = 3_600_000;
const year = 366 * 24 * hour;

interface Change {
  at: number;
  from: string;
  to: string;
}

/**
 * A zone as calendars want it (RFC 5545, VTIMEZONE): its changes of the clock from a year before the moment to a year
 * after it, or its one offset when it has none. The runtime's own table is asked, so a new law comes with Node.
 */
export function timeZoneRules(zone: string, moment: number): string {
  const changes = changesAround(zone, moment);
  const first = offsetAt(zone, moment - year);
  const observed = [
    observance({ kind: 'STANDARD', start: '19700101T000000', from: first, to: first }),
    ...changes.map(({ at, from, to }) =>
      observance({
        kind: Number(to) > Number(from) ? 'DAYLIGHT' : 'STANDARD',
        start: wallClock(at, from),
        from,
        to,
      }),
    ),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observed.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function observance({
  kind,
  start,
  from,
  to,
}: {
  kind: string;
  start: string;
  from: string;
  to: string;
}): string[] {
  return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `END:${kind}`];
}

function changesAround(zone: string, moment: number): Change[] {
  const days = Array.from({ length: 732 }, (_, day) => moment - year + day * 24 * hour);
  return days.flatMap((day) => {
    const [from, to] = [offsetAt(zone, day), offsetAt(zone, day + 24 * hour)];
    return from === to
      ? []
      : [{ at: changeWithin({ zone, from, early: day, late: day + 24 * hour }), from, to }];
  });
}

/** The first second with the new offset. */
function changeWithin({
  zone,
  from,
  early,
  late,
}: {
  zone: string;
  from: string;
  early: number;
  late: number;
}): number {
  if (late - early <= 1000) return Math.floor(late / 1000) * 1000;
  const middle = Math.floor((early + late) / 2);
  return offsetAt(zone, middle) === from
    ? changeWithin({ zone, from, early: middle, late })
    : changeWithin({ zone, from, early, late: middle });
}

/** `+0300`. */
const offsetAt = (zone: string, moment: number): string => zonedIso(moment, zone).slice(19).replace(':', '');

/** What clocks show that still keep the old offset. */
function wallClock(at: number, offset: string): string {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3));
  const local = new Date(at + (offset.startsWith('-') ? -minutes : minutes) * 60_000);
  return local.toISOString().slice(0, 19).replace(/[-:]/g, '');
}
