import { describe, expect, it } from '@jest/globals';
import type { Translate } from '@gangway/client/words';
import type { EventCard } from '../api/shapes.ts';
import { previewOf } from './preview.ts';

const source = (width: number) => ({ url: `/uploads/${width}.webp`, width, height: width });
const event = {
  ...{ startAt: '2026-11-21T09:00:00+03:00', timezone: 'Europe/Moscow', venue: null },
  activity: {
    title: 'Остров сокровищ',
    image: { url: '/uploads/own.webp', sources: [source(500), source(1_500)] },
  },
  berth: { name: 'Фонтанка' },
  priceFrom: { amount: 119_000, currency: 'RUB' },
  availability: { left: 5, status: 'available' },
} as unknown as EventCard;
const t = ((key: string, { price }: { price: string }) => `${key} ${price}`) as unknown as Translate;
const about = { event, locale: 'ru', now: '2026-11-20T12:00:00Z', name: 'Сходни', t } as const;

describe('the picture of a link', () => {
  it('says name, day, place and price, and never how many places are left', () => {
    const { card } = previewOf(about);
    expect(card).toEqual({
      ...{ name: 'Сходни', title: 'Остров сокровищ', isChinese: false, place: 'Фонтанка' },
      when: 'сб, 21 ноября · 09:00',
      price: 'price.from 1\u00a0190\u00a0₽',
    });
  });

  it('says the date even when it is tomorrow: the picture outlives the day', () => {
    expect(previewOf(about).card.when).not.toContain('завтра');
  });

  it('takes the smallest file that fills the frame, else the picture itself', () => {
    expect(previewOf(about).picture).toBe('/uploads/1500.webp');
    const small = {
      ...event,
      activity: { ...event.activity, image: { ...event.activity.image, sources: [] } },
    };
    expect(previewOf({ ...about, event: small as unknown as EventCard }).picture).toBe('/uploads/own.webp');
  });
});
