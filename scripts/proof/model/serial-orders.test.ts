import type { Command } from './commands.ts';
import type { Answer, Deed, HeldView } from './deeds.ts';
import { explainTogether } from './serial-orders.ts';
import { emptyShop } from './shop-state.ts';

const now = Date.UTC(2026, 5, 1);
const known = {
  names: { types: { adult: 'a', child: 'c' } },
  terms: {
    seat: { front: 100, open: 200 },
    ...{ adult: 100, child: 50, promotion: { percent: 10, uses: 1 }, startAt: now + 2 * 86_400_000 },
  },
};
const explaining = { known, span: { from: now, to: now + 1_000 } };

const asked = { code: undefined, details: {}, bytes: '' };
const granted = (seats: string[], holdId: string): Answer<HeldView> => ({
  ...{ ...asked, status: 200 },
  data: { holdId, expiresAt: new Date(now + 900_500).toISOString(), seats, quantities: {} },
});
const taken = (...seats: string[]): Answer<HeldView> => ({
  ...{ ...asked, status: 409, code: 'SEAT_TAKEN', details: { seats } },
  data: null as never,
});
const lock = (session: number, seats: string[], held: Answer<HeldView>): Deed => {
  const command: Extract<Command, { do: 'lock seats' }> = { do: 'lock seats', session, seats };
  return { command, held };
};

describe('what several buyers did at once', () => {
  const explain = (...deeds: Deed[]) => explainTogether([emptyShop()], deeds, explaining);

  it('is believed when some order of it makes sense, whichever began first', () => {
    const lost = lock(0, ['1A', '1B'], taken('1B'));
    const won = lock(1, ['1B', '1C'], granted(['1B', '1C'], 'h'));
    expect(explain(lost, won).states).toHaveLength(1);
    expect(explain(won, lost).states).toHaveLength(1);
  });

  it('is not believed when both have the same seat, or neither has it', () => {
    const first = lock(0, ['1A'], granted(['1A'], 'h'));
    const { states, objections } = explain(first, lock(1, ['1A'], granted(['1A'], 'i')));
    expect(states).toEqual([]);
    expect(objections).toContain('lock seats: expected 409 SEAT_TAKEN');
    expect(explain(lock(0, ['1A'], taken('1A')), lock(1, ['1A'], taken('1A'))).states).toEqual([]);
  });

  it('is not believed when the end of a hold, or the seat that is named, is another', () => {
    const late = granted(['1A'], 'h');
    late.data.expiresAt = new Date(now + 1_200_000).toISOString();
    expect(explain(lock(0, ['1A'], late)).states).toEqual([]);
    const won = lock(1, ['1B'], granted(['1B'], 'h'));
    expect(explain(won, lock(0, ['1A', '1B'], taken('1A'))).states).toEqual([]);
  });
});
