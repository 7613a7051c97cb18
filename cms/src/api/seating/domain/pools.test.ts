import { changesOf, merged, zonePool } from './pools.ts';

const change = (eventId: string, pool: string, held: number, sold = 0) => ({ eventId, pool, held, sold });

describe('what claims mean for counters', () => {
  it('a numbered place counts in the departure alone', () => {
    expect(changesOf([{ eventId: 'e' }], { held: 1 })).toEqual([change('e', 'event', 1)]);
  });

  it('places of a zone count in the zone and in the departure, each as often as there are', () => {
    const claim = { eventId: 'e', pool: zonePool('sun'), quantity: 3 };
    expect(changesOf([claim], { held: -1, sold: 1 })).toEqual([
      change('e', 'event', -3, 3),
      change('e', 'zone:sun', -3, 3),
    ]);
  });

  it('who takes no place counts nowhere, and places of the whole departure count once', () => {
    expect(changesOf([{ eventId: 'e', quantity: 2, takesPlace: false }], { held: 1 })).toEqual([]);
    expect(changesOf([{ eventId: 'e', pool: 'event', quantity: 2, takesPlace: true }], { sold: 2 })).toEqual([
      change('e', 'event', 0, 4),
    ]);
  });

  it('are one change for each counter, in the order in which counters are locked', () => {
    const changes = [
      change('f', 'event', 1),
      change('e', 'zone:b', 2),
      change('e', 'event', 1, 5),
      change('e', 'zone:a', 2, 1),
      change('e', 'event', 2, -2),
    ];
    expect(merged(changes)).toEqual([
      change('e', 'event', 3, 3),
      change('e', 'zone:a', 2, 1),
      change('e', 'zone:b', 2),
      change('f', 'event', 1),
    ]);
  });

  it('that change nothing are left out; what only moves from held to sold is not', () => {
    expect(merged([change('e', 'event', 1), change('e', 'event', -1)])).toEqual([]);
    expect(merged([change('e', 'event', 0, 1), change('e', 'event', 0, 1)])).toEqual([
      change('e', 'event', 0, 2),
    ]);
    expect(merged([change('e', 'event', -1, 1)])).toEqual([change('e', 'event', -1, 1)]);
  });
});
