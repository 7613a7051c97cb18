import { newToken } from '@gangway/kit';
import { buildStage, create, refresh, type Stage, texts } from '../../catalog/tests/stage.ts';

const zone = (id: string) => ({ id, name: texts('Зона', 'Zone', '区'), tint: 1 });
const letters = [...'ABCDEFGHIJ'];

const seat = (
  seatCode: string,
  { x, y, ...rest }: { x: number; y: number; zone: string; accessible?: boolean },
) => ({
  ...{ seatCode, number: seatCode.slice(1), x, y },
  ...rest,
});

/** Rows 1–3 of ten seats each, from port to starboard; row 1 is `bow`, the others are `stern`; 3A is for wheelchairs. */
const rows = [1, 2, 3].map((number) => ({
  label: String(number),
  seats: letters.map((letter, at) =>
    seat(`${number}${letter}`, {
      ...{ x: 100 + at * 60, y: 200 + number * 100, zone: number === 1 ? 'bow' : 'stern' },
      ...(number === 3 && letter === 'A' ? { accessible: true } : {}),
    }),
  ),
}));

const table = {
  ...{ id: 'round', label: 'T1', x: 100, y: 700, width: 200, height: 200, shape: 'round', sale: 'whole' },
  seats: ['T1', 'T2', 'T3', 'T4'].map((code, at) => seat(code, { x: 100 + at * 60, y: 800, zone: 'stern' })),
};

const area = (id: string, { zone: of, capacity, y }: { zone: string; capacity: number; y: number }) => ({
  ...{ id, name: texts('Палуба', 'Deck', '甲板'), zone: of, capacity },
  ...{ x: 0, y, width: 700, height: 100 },
});

type Parts = { rows?: object[]; tables?: object[]; areas?: object[]; zones?: string[] };

const drawing = ({ rows: seated = [], tables = [], areas = [], zones = ['bow', 'stern'] }: Parts) => ({
  zones: zones.map(zone),
  decks: [
    {
      ...{ id: 'main', name: texts('Палуба', 'Deck', '甲板'), width: 800, height: 2000 },
      outline: 'M 0 0 H 800 V 2000 H 0 Z',
      sections: [{ id: 'hall', name: texts('Зал', 'Hall', '大厅'), rows: seated, tables }],
      areas,
    },
  ],
});

/** 30 seats in rows, a table of 4 that is sold whole, and room for 5 on the open deck: 39 places. */
export const numberedPlan = () =>
  drawing({
    ...{ rows, tables: [table], zones: ['bow', 'stern', 'open'] },
    areas: [area('sun', { zone: 'open', capacity: 5, y: 1000 })],
  });

/** Two open zones: `front` for 3 people, `back` for 4. */
export const openPlan = () =>
  drawing({
    zones: ['front', 'back'],
    areas: [
      area('front', { zone: 'front', capacity: 3, y: 100 }),
      area('back', { zone: 'back', capacity: 4, y: 400 }),
    ],
  });

export type Hall = Stage & {
  infant: string;
  /** A departure with numbered places; by default all 39 of the plan. */
  numbered(fields?: Record<string, unknown>): Promise<string>;
  /** A departure without numbers, 20 places. */
  general(fields?: Record<string, unknown>): Promise<string>;
  /** A departure in two open zones with prices of their own. */
  zoned(fields?: Record<string, unknown>): Promise<string>;
  plans: { numbered: string; open: string };
};

export async function buildHall(): Promise<Hall> {
  const infant = await create('catalog.ticket-type', {
    ...{
      code: `infant-${newToken(6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '0')}`,
      name: texts('Младенец', 'Infant', '婴儿'),
    },
    ...{ occupiesPlace: false, maxAge: 2, position: 3 },
  });
  const stage = await buildStage();
  const types = [stage.adult.documentId, stage.child.documentId, infant.documentId];
  await strapi.documents('api::catalog.activity').update({
    ...{ documentId: stage.activity.documentId, locale: 'ru' },
    data: { ticketTypes: types },
  } as never);
  const price = { activity: stage.activity.documentId, ticketType: infant.documentId };
  await create('catalog.price', { ...price, currency: 'EUR', amount: 0 });
  await strapi
    .documents('api::catalog.activity')
    .publish({ documentId: stage.activity.documentId, locale: '*' });
  const plan = async (geometry: object) =>
    (await create('seating.seating-plan', { name: texts('Схема', 'Plan', '图'), geometry })).documentId;
  const plans = { numbered: await plan(numberedPlan()), open: await plan(openPlan()) };
  const sail = async (fields: Record<string, unknown>) => {
    const eventId = await stage.sail(fields);
    await refresh();
    return eventId;
  };
  const assigned = { seating: 'assigned', seatingPlan: plans.numbered, capacity: 39 };
  return {
    ...stage,
    ...{ infant: infant.documentId, plans },
    numbered: (fields = {}) => sail({ ...assigned, ...fields }),
    general: (fields = {}) => sail({ capacity: 20, ...fields }),
    zoned: async (fields = {}) => {
      const eventId = await stage.sail({ seatingPlan: plans.open, capacity: 7, ...fields });
      for (const [name, amount] of [
        ['front', 3000],
        ['back', 2000],
      ] as const) {
        const own = { event: eventId, ticketType: stage.adult.documentId, zone: name };
        await create('catalog.price', { ...own, currency: 'EUR', amount });
      }
      await refresh();
      return eventId;
    },
  };
}

export const newSession = (): string => newToken(16);
