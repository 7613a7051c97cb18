import { placesOf, runOut } from './held.ts';

const ticket = (eventId: string, seatCode: string | null, quantity = 1) => ({
  ...{ kind: 'admission' as const, eventId, seatCode, ticketTypeId: 'adult', quantity },
  zone: seatCode ? 'saloon' : 'deck',
});
const held = (eventId: string, until: number) => ({ eventId, seats: ['A1'], quantities: {}, until });
const at = new Date(1_000).toISOString();

describe('places that are held', () => {
  it('are seats by their code and the rest by their number, departure by departure', () => {
    const fee = { ...ticket('one', null), kind: 'fee' as const };
    expect(placesOf([ticket('one', 'A1'), ticket('one', 'A2'), fee, ticket('two', null, 3)], 5)).toEqual([
      { eventId: 'one', seats: ['A1', 'A2'], quantities: {}, until: 5 },
      { eventId: 'two', seats: [], quantities: { adult: 3 }, zone: 'deck', until: 5 },
    ]);
  });

  it('have run out when they are gone and their hour has come', () => {
    expect(runOut({ before: [held('one', 1_000)], now: [], at })).toEqual([held('one', 1_000)]);
  });

  it('were let go of on purpose when they are gone before it', () => {
    expect(runOut({ before: [held('one', 1_001)], now: [], at })).toEqual([]);
  });

  it('are not missed while any of the departure is held', () => {
    expect(runOut({ before: [held('one', 1_000)], now: [held('one', 9_000)], at })).toEqual([]);
  });
});
