import { byType, byTypeAndZone } from './held-counts.ts';

const taken = (ticketTypeId: string, zone: string | null, quantity: number) => ({
  ...{ ticketTypeId, zone, quantity },
  takesPlace: true,
});

describe('tickets without a number', () => {
  const counts = [
    taken('adult', 'bow', 1),
    taken('adult', null, 2),
    taken('child', 'bow', 1),
    taken('adult', 'bow', 3),
  ];

  it('are one count for each type and zone', () => {
    expect(byTypeAndZone(counts)).toEqual([
      { ticketTypeId: 'adult', zone: 'bow', quantity: 4 },
      { ticketTypeId: 'adult', zone: null, quantity: 2 },
      { ticketTypeId: 'child', zone: 'bow', quantity: 1 },
    ]);
  });

  it('are one number for each type', () => {
    expect(byType(counts)).toEqual({ adult: 6, child: 1 });
    expect([byType([]), byTypeAndZone([])]).toEqual([{}, []]);
  });
});
