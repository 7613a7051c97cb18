import { describe, expect, it } from '@jest/globals';
import type { EventCard } from '../api/shapes.ts';
import { breadcrumbsThing, eventThing } from './structured.ts';

const now = '2026-11-20T12:00:00+03:00';
const price = { amount: 119_050, currency: 'RUB' } as const;
const event = {
  ...{ id: 'k3f0q8v1m2n4b6c7d9e1g5h8', delayMinutes: 0, state: 'on_sale', salesStartAt: null },
  activity: {
    slug: 'rivers',
    title: 'Реки и каналы',
    summary: 'Час по воде',
    image: { url: '/uploads/r.webp' },
  },
  ...{ startAt: '2026-12-01T12:00:00+03:00', endAt: '2026-12-01T13:10:00+03:00' },
  salesEndAt: '2026-12-01T11:45:00+03:00',
  berth: { name: 'Причал', address: 'Набережная, 2', city: 'Санкт-Петербург' },
  venue: null,
  mapPoint: { latitude: 59.93, longitude: 30.3, name: '', address: '', directions: null },
  seller: { name: 'Малый ход' },
  legal: { name: 'ООО «Малый ход»', phone: '+7 812 000-00-01' },
  availability: { left: 5, status: 'available' },
  ticketTypes: [
    { name: 'Взрослый', priceFrom: price },
    { name: 'Без цены', priceFrom: null },
  ],
} as unknown as EventCard;
const about = { event, locale: 'ru', siteUrl: 'https://gangway.example', now } as const;

describe('a departure for search engines', () => {
  it('says when, where, from whom and for how much', () => {
    expect(eventThing(about)).toMatchObject({
      '@type': 'Event',
      url: 'https://gangway.example/ru/events/rivers-k3f0q8v1m2n4b6c7d9e1g5h8',
      startDate: event.startAt,
      eventStatus: 'https://schema.org/EventScheduled',
      image: ['https://gangway.example/uploads/r.webp'],
      location: { name: 'Причал', geo: { latitude: 59.93 } },
      organizer: { name: 'Малый ход' },
      offers: [{ price: '1190.50', priceCurrency: 'RUB', availability: 'https://schema.org/InStock' }],
    });
  });

  it('says that it leaves late, and when it should have left', () => {
    expect(eventThing({ ...about, event: { ...event, delayMinutes: 30 } })).toMatchObject({
      startDate: '2026-12-01T09:30:00.000Z',
      previousStartDate: event.startAt,
      eventStatus: 'https://schema.org/EventRescheduled',
    });
  });

  it('says that it is cancelled or sold out', () => {
    const soldOut = { left: 0, status: 'sold_out' } as const;
    expect(eventThing({ ...about, event: { ...event, availability: soldOut } })).toMatchObject({
      offers: [{ availability: 'https://schema.org/SoldOut' }],
    });
    expect(eventThing({ ...about, event: { ...event, state: 'cancelled' } })).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      offers: [{ availability: 'https://schema.org/Discontinued' }],
    });
  });

  it('knows no place where there is none', () => {
    const nowhere = eventThing({ ...about, event: { ...event, berth: null, mapPoint: null } });
    expect(nowhere.location).toBeUndefined();
  });

  it('says the way to the page', () => {
    expect(breadcrumbsThing([{ name: 'Рейсы', path: '/ru/events' }], 'https://gangway.example')).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Рейсы', item: 'https://gangway.example/ru/events' },
      ],
    });
  });
});
