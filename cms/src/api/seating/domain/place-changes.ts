/** Milliseconds at which a held place becomes free; null when it is sold or blocked. */
export type Until = number | null;

/** A numbered place and what became of it. */
export type SeatNow = [seatCode: string, state: 'held' | 'sold' | 'blocked' | 'free', until: Until];

/** A claim of places without a number, by its id, and how many places it takes now; 0 when it has ended. */
export type CountNow = [id: string, places: number, until: Until];

/** What has changed on a departure, as it stands afterwards; without `seats` and `counts` nobody can say what. */
export type PlacesChange = { eventId: string; seats?: SeatNow[]; counts?: CountNow[] };

/** A change with its number: those of a departure are counted one by one. */
export type NumberedChange = PlacesChange & { seq: number };

/** A notice of PostgreSQL has less than 8,000 bytes; a place with the longest code takes fewer than 60. */
const together = 120;

/** The changes as notices carry them, those of one departure together, in the order of their departures. */
export function chunked(changes: readonly PlacesChange[]): { eventId: string; change: string }[] {
  const byEvent = [...Map.groupBy(changes, ({ eventId }) => eventId)];
  return byEvent
    .sort(([left], [right]) => Number(left > right) - Number(left < right))
    .flatMap(([eventId, own]) => noticesOf(own).map((change) => ({ eventId, change })));
}

function noticesOf(changes: readonly PlacesChange[]): string[] {
  if (changes.some(({ seats, counts }) => !seats || !counts)) return [''];
  const entries = changes.flatMap(({ seats = [], counts = [] }) => [
    ...seats.map((seat) => ({ seats: [seat], counts: [] })),
    ...counts.map((count) => ({ seats: [], counts: [count] })),
  ]);
  if (entries.length === 0) return [JSON.stringify({ seats: [], counts: [] })];
  return slices(entries).map((part) =>
    JSON.stringify({
      seats: part.flatMap(({ seats }) => seats),
      counts: part.flatMap(({ counts }) => counts),
    }),
  );
}

const slices = <Entry>(entries: readonly Entry[]): Entry[][] =>
  Array.from({ length: Math.ceil(entries.length / together) }, (_, at) =>
    entries.slice(at * together, (at + 1) * together),
  );

/** A notice as it arrived; undefined when it is none of ours. */
export function readNotice(payload: string): NumberedChange | undefined {
  const [, eventId, seq, change = ''] = /^(\S+) (\d+) (.*)$/s.exec(payload) ?? [];
  if (!eventId || !seq) return undefined;
  const named = change === '' ? {} : (JSON.parse(change) as Pick<PlacesChange, 'seats' | 'counts'>);
  return { eventId, seq: Number(seq), ...named };
}
