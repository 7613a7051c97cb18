import { describe, expect, it } from '@jest/globals';
import type { EventItem } from './event-item.ts';
import { groupsOf, keptFor } from './timetable.ts';

const leaving = (id: string, startAt: string, places: { route?: string; berth?: string; venue?: string }) => {
  const place = (name?: string) => (name ? { slug: name, name } : null);
  const { route, berth, venue } = places;
  const at = { startAt: `${startAt}:00+03:00`, timezone: 'Europe/Moscow' };
  return { id, ...at, route: place(route), berth: place(berth), venue: place(venue) } as EventItem;
};

const morning = leaving('morning', '2026-11-20T09:00', { route: 'neva', berth: 'palace' });
const noon = leaving('noon', '2026-11-20T12:00', { route: 'canals', berth: 'moika' });
const evening = leaving('evening', '2026-11-20T21:00', { route: 'neva', berth: 'moika' });
const concert = leaving('concert', '2026-11-21T20:00', { venue: 'hall' });
const all = [morning, noon, evening, concert];

const idsBy = (by: 'route' | 'berth') =>
  groupsOf(all, by).map(({ name, events }) => [name, events.map(({ id }) => id)]);

describe('the timetable of a day', () => {
  it('is parted by the way departures go, the earliest first', () => {
    expect(idsBy('route')).toEqual([
      ['neva', ['morning', 'evening']],
      ['canals', ['noon']],
      ['', ['concert']],
    ]);
  });

  it('is parted by where they leave from, a venue being such a place', () => {
    expect(idsBy('berth')).toEqual([
      ['palace', ['morning']],
      ['moika', ['noon', 'evening']],
      ['hall', ['concert']],
    ]);
  });

  it('is found among what was kept, by day, route and berth', () => {
    const kept = (question: { day?: string; route?: string; berth?: string }) =>
      keptFor(all, { day: '2026-11-20', route: '', berth: '', ...question }).map(({ id }) => id);
    expect(kept({})).toEqual(['morning', 'noon', 'evening']);
    expect(kept({ route: 'neva', berth: 'moika' })).toEqual(['evening']);
    expect(kept({ day: '2026-11-21' })).toEqual(['concert']);
  });
});
