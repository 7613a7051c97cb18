import {
  documents,
  makeActivity,
  makeDeparture,
  makeVessel,
  refusal,
  words,
} from '../../../../tests/support/catalogue.ts';

const seat = (seatCode: string, x: number) => ({
  seatCode,
  number: seatCode.slice(1),
  x,
  y: 200,
  zone: 'salon',
});

const geometry = (seats: object[]) => ({
  zones: [{ id: 'salon', name: words('Салон'), tint: 1 }],
  decks: [
    {
      ...{ id: 'main', name: words('Палуба'), width: 600, height: 600 },
      outline: 'M 0 0 L 600 0 L 600 600 L 0 600 Z',
      sections: [{ id: 'left', name: words('Левый борт'), rows: [{ label: '1', seats }], tables: [] }],
      areas: [],
    },
  ],
});

const twoSeats = () => geometry([seat('A1', 100), seat('A2', 200)]);
const makePlan = (values: object = {}) =>
  documents('seating-plan').create({ data: { name: words('Схема'), geometry: twoSeats(), ...values } });

const assigned = async (seatingPlan: string, capacity: number) =>
  documents('event').create({
    data: {
      activity: (await makeActivity({ locales: ['ru'] })).documentId,
      vessel: (await makeVessel({ capacity: 100 })).documentId,
      ...{ startAt: '2031-06-01T10:00:00Z', endAt: '2031-06-01T11:00:00Z' },
      ...{ seating: 'assigned', seatingPlan, capacity },
    },
  });

describe('a seating plan', () => {
  it('counts its places itself', async () => {
    const plan = await makePlan({ capacity: 500 });
    expect(plan.capacity).toBe(2);
    const { documentId } = plan;
    const smaller = { geometry: geometry([seat('A1', 100)]) };
    expect(await documents('seating-plan').update({ documentId, data: smaller })).toMatchObject({
      capacity: 1,
    });
  });

  it('is named with its version from the second on', async () => {
    const name = words('Схема');
    expect((await makePlan({ name })).label).toBe(name.ru);
    expect((await makePlan({ name, version: 2 })).label).toBe(`${name.ru} · 2`);
  });

  it.each([
    ['draws a seat twice', () => geometry([seat('A1', 100), seat('A1', 200)])],
    ['draws a seat outside the deck', () => geometry([seat('A1', 900)])],
    ['has no places', () => ({ zones: [], decks: [] })],
    ['is no drawing', () => 'a drawing'],
  ])('is refused when it %s', async (_, drawing) => {
    expect(await refusal(makePlan({ geometry: drawing() }))).toMatchObject({
      code: 'GEOMETRY',
      fields: expect.arrayContaining(['geometry']),
    });
  });

  it('seats at most as many people as it has places', async () => {
    const { documentId } = await makePlan();
    expect(await refusal(assigned(documentId, 3))).toMatchObject({
      code: 'CAPACITY_OVER_PLAN',
      fields: ['capacity'],
    });
    expect(await assigned(documentId, 2)).toBeTruthy();
  });

  it('of a vessel is taken over by its departures with numbered places', async () => {
    const plan = await makePlan();
    const vessel = (await makeVessel({ seatingPlan: plan.documentId })).documentId;
    const { documentId } = await makeDeparture({ vessel, seating: 'assigned', capacity: 2 });
    const departure = await documents('event').findOne({ documentId, populate: ['seatingPlan'] });
    expect(departure).toMatchObject({ seatingPlan: { documentId: plan.documentId } });
  });

  it('keeps enough places for the departures ahead, and cannot be deleted from under them', async () => {
    const { documentId } = await makePlan();
    await assigned(documentId, 2);
    const shrink = documents('seating-plan').update({
      documentId,
      data: { geometry: geometry([seat('A1', 100)]) },
    });
    expect(await refusal(shrink)).toMatchObject({ code: 'PLAN_TOO_SMALL', fields: ['geometry'] });
    expect(await refusal(documents('seating-plan').delete({ documentId }))).toMatchObject({ code: 'IN_USE' });
  });

  it('that nobody uses can be deleted', async () => {
    const { documentId } = await makePlan();
    await documents('seating-plan').delete({ documentId });
    expect(await documents('seating-plan').findOne({ documentId })).toBeNull();
  });
});
