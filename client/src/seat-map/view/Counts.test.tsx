import { renderToStaticMarkup } from 'react-dom/server';
import { formatMoney } from '@gangway/kit/browser';
import { serverTime } from '../live/server-time.ts';
import { type Area, planOf } from '../model/layout.ts';
import { sampleLayout, sampleTariff as tariff } from '../model/sample-plan.ts';
import { type HeldCount, stateOf } from '../model/state.ts';
import { Basket } from './Basket.tsx';
import { Counts } from './Counts.tsx';
import { type Seats, SeatsProvider } from './seats-context.ts';

const area = (name: string, zone: string, capacity: number): Area => ({
  ...{ id: name, name, zone, capacity },
  ...{ x: 0, y: 0, width: 100, height: 100 },
});

/** Two areas of one zone and one of another, on a boat with seats. */
const decks = sampleLayout.decks.map((deck) => ({
  ...deck,
  areas: [area('Port nets', 'open', 4), area('Starboard nets', 'open', 6), area('Roof', 'roof', 8)],
}));
const plan = planOf({ ...sampleLayout, decks });

function shown(part: 'counts' | 'basket', counts: HeldCount[]): string[] {
  const hold = { expiresAt: '2026-11-20T10:15:00Z', seats: [], counts };
  const seats = {
    ...{ plan, tariff, state: stateOf({ words: new Map(), hold }), locale: 'en', zone: 'UTC' },
    ...{ actions: {}, time: serverTime({ iso: '2026-11-20T10:00:00Z', age: 0 }) },
    say: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
    money: (amount) => formatMoney(amount, 'en'),
  } as Partial<Seats> as Seats;
  const html = renderToStaticMarkup(
    <SeatsProvider value={seats}>{part === 'counts' ? <Counts /> : <Basket />}</SeatsProvider>,
  );
  return html
    .replaceAll(/aria-label="([^"]*)"/g, '>$1<')
    .split(/<[^>]*>|[<>]/)
    .map((text) => text.replaceAll(' ', ' ').trim())
    .filter((text) => text.length > 0 && !/^(button|path|svg|span)\b/.test(text));
}

describe('tickets without a number', () => {
  const held = [
    { ticketTypeId: 'adult', zone: 'open', quantity: 2 },
    { ticketTypeId: 'adult', zone: 'roof', quantity: 1 },
  ];

  it('are counted in each zone by itself, at its price, under the names of its areas', () => {
    const texts = shown('counts', held);
    const after = (name: string) => texts.slice(texts.indexOf(name));
    expect(after('Port nets, Starboard nets')).toEqual(
      expect.arrayContaining(['area.capacity 10', '₽990', '2', 'area.less Adult, Port nets, Starboard nets']),
    );
    expect(after('Roof')).toEqual(
      expect.arrayContaining(['area.capacity 8', '₽500', '1', 'area.less Adult, Roof']),
    );
    expect(after('Roof')).not.toContain('2');
    expect(texts.filter((text) => text === 'Port nets, Starboard nets')).toHaveLength(1);
  });

  it('stand in the basket by zone and add up', () => {
    const texts = shown('basket', held);
    expect(texts).toEqual(expect.arrayContaining(['Open stern', '₽1,980', 'Roof', '₽500', '₽2,480']));
  });
});
