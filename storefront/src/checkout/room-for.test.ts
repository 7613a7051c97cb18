import { hasRoomFor } from './room-for.ts';

const ticketTypes = [
  { id: 'adult', occupiesPlace: true },
  { id: 'child', occupiesPlace: true },
  { id: 'infant', occupiesPlace: false },
];
const line = (ticketTypeId: string, quantity: number) => ({ ticketTypeId, quantity });

describe('room for one ticket more', () => {
  it('is there up to twelve places, whichever types they are of', () => {
    const room = (...tickets: ReturnType<typeof line>[]) => hasRoomFor('adult', { tickets, ticketTypes });
    expect(room(line('adult', 8), line('child', 3))).toBe(true);
    expect(room(line('adult', 8), line('child', 4))).toBe(false);
  });

  it('is counted apart for those who take no place', () => {
    const tickets = [line('adult', 12), line('infant', 11)];
    expect(hasRoomFor('infant', { tickets, ticketTypes })).toBe(true);
    expect(hasRoomFor('child', { tickets, ticketTypes })).toBe(false);
    expect(hasRoomFor('infant', { tickets: [line('infant', 12)], ticketTypes })).toBe(false);
  });
});
