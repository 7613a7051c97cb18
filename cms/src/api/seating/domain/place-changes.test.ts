import { chunked, type CountNow, type PlacesChange, readNotice, type SeatNow } from './place-changes.ts';

const sold = (count: number): SeatNow[] =>
  Array.from({ length: count }, (_, at) => [`${at}A`, 'sold', null] satisfies SeatNow);
const claims = (count: number): CountNow[] =>
  Array.from({ length: count }, (_, at) => [`claim-${at}`, 2, 1000] satisfies CountNow);

/** What somebody learns who hears all notices of a departure. */
const heard = (changes: PlacesChange[]) =>
  chunked(changes).map(({ eventId, change }) => readNotice(`${eventId} 7 ${change}`));

describe('changes of places as notices', () => {
  it('are read as they were told', () => {
    const told = { eventId: 'trip-12', seats: [...sold(1), ['2A', 'held', 9] as SeatNow], counts: claims(1) };
    expect(heard([told])).toEqual([{ ...told, seq: 7 }]);
  });

  it('of one departure are told together, departures in their order', () => {
    const [one, two] = sold(2);
    const told = chunked([
      { eventId: 'b', seats: [one!], counts: [] },
      { eventId: 'c', seats: [], counts: [] },
      { eventId: 'a', seats: [], counts: claims(1) },
      { eventId: 'b', seats: [two!], counts: claims(1) },
    ]);
    expect(told).toEqual([
      { eventId: 'a', change: JSON.stringify({ seats: [], counts: claims(1) }) },
      { eventId: 'b', change: JSON.stringify({ seats: [one, two], counts: claims(1) }) },
      { eventId: 'c', change: JSON.stringify({ seats: [], counts: [] }) },
    ]);
    expect(chunked([])).toEqual([]);
  });

  it('are cut where a notice is full, and nothing is lost or told twice', () => {
    expect(heard([{ eventId: 'a', seats: sold(120), counts: [] }])).toHaveLength(1);
    const parts = heard([
      { eventId: 'a', seats: sold(130), counts: claims(5) },
      { eventId: 'a', seats: [], counts: claims(110) },
    ]);
    expect(parts.map((part) => [part?.seats?.length, part?.counts?.length])).toEqual([
      [120, 0],
      [10, 110],
      [0, 5],
    ]);
    expect(parts.flatMap((part) => part?.seats ?? [])).toEqual(sold(130));
    expect(parts.flatMap((part) => part?.counts ?? [])).toEqual([...claims(5), ...claims(110)]);
  });

  it('fit into a notice of PostgreSQL with the longest codes and ids', () => {
    const seats = Array.from({ length: 300 }, () => ['X'.repeat(24), 'blocked', 1.8e12] satisfies SeatNow);
    const counts = Array.from({ length: 300 }, () => [crypto.randomUUID(), 12, 1.8e12] satisfies CountNow);
    for (const { change } of chunked([{ eventId: 'a', seats, counts }]))
      expect(Buffer.byteLength(`${crypto.randomUUID()} 9007199254740991 ${change}`)).toBeLessThan(8000);
  });

  it.each<PlacesChange>([
    { eventId: 'a' },
    { eventId: 'a', seats: sold(1) },
    { eventId: 'a', counts: claims(1) },
  ])('that nobody can name are told without places, whatever else changed: %j', (unnamed) => {
    const told = chunked([{ eventId: 'a', seats: sold(1), counts: claims(1) }, unnamed]);
    expect(told).toEqual([{ eventId: 'a', change: '' }]);
    expect(readNotice('a 12 ')).toEqual({ eventId: 'a', seq: 12 });
  });

  it.each(['', 'a', 'a 1', 'a  {}', ' 1 {}', 'a x {}', 'a 1x {}', 'a b 1 {}'])('are not %j', (payload) => {
    expect(readNotice(payload)).toBeUndefined();
  });
});
