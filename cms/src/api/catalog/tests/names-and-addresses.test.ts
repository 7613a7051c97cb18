import {
  documents,
  makeActivity,
  makeBerth,
  makeDeparture,
  makePrice,
  makeSchedule,
  makeTicketType,
  makeVessel,
  refusal,
  words,
  type Record,
} from '../../../../tests/support/catalogue.ts';

const labelOf = async (type: string, { documentId }: Record) =>
  (await documents(type).findOne({ documentId }))?.label;

const rename = (type: string, { documentId }: Record, name: object) =>
  documents(type).update({ documentId, data: { name } });

const retitle = ({ documentId }: Record, title: string) =>
  documents('activity').update({ documentId, locale: 'ru', data: { title } });

describe('a label', () => {
  it('is the Russian name, and nobody types it', async () => {
    const name = words('Метеор');
    const vessel = await makeVessel({ name, label: 'typed' });
    expect(vessel.label).toBe(name.ru);
    await documents('vessel').update({
      documentId: vessel.documentId,
      data: { label: 'typed', capacity: 60 },
    });
    expect(await labelOf('vessel', vessel)).toBe(name.ru);
  });

  it('of a departure tells when, what and on which vessel, on the clock of its zone', async () => {
    const [activity, name] = [await makeActivity({ locales: ['ru'] }), words('Метеор')];
    const vessel = await makeVessel({ name });
    const departure = await makeDeparture({
      activity: activity.documentId,
      vessel: vessel.documentId,
      timezone: 'Asia/Dubai',
    });
    expect(await labelOf('event', departure)).toBe(`01.06 14:00 · ${activity.title} · ${name.ru}`);
  });

  it('of a departure, a schedule and a price follows the names in it', async () => {
    const activity = await makeActivity();
    const vessel = await makeVessel();
    const relations = { activity: activity.documentId, vessel: vessel.documentId };
    const [departure, schedule] = [await makeDeparture(relations), await makeSchedule(relations)];
    const price = await makePrice(activity, { amount: 149_990 });
    const own = await makePrice(activity, { activity: null, event: departure.documentId });
    const [name, type] = [words('Заря'), words('Детский')];
    await retitle(activity, 'Мосты ночью');
    await rename('vessel', vessel, name);
    await rename('ticket-type', activity.ticketType, type);
    expect(await labelOf('event', departure)).toBe(`01.06 13:00 · Мосты ночью · ${name.ru}`);
    expect(await labelOf('schedule', schedule)).toBe(`Мосты ночью · 10:00, 12:30 · ${name.ru}`);
    expect(await labelOf('price', price)).toBe(`Мосты ночью · ${type.ru} · 1499.90 ₽`);
    expect(await labelOf('price', own)).toBe(`01.06 13:00 · Мосты ночью · ${name.ru} · ${type.ru} · 1500 ₽`);
  });
});

describe('an address', () => {
  it('is proposed from the Russian name, with a number when it is taken', async () => {
    const name = words('Сенатский причал');
    const [first, second] = [await makeBerth({ name }), await makeBerth({ name })];
    expect(first.slug).toMatch(/^senatskiy-prichal-n-/);
    expect(second.slug).toBe(`${first.slug}-2`);
    expect((await makeTicketType({ name: words('Взрослый') })).code).toMatch(/^vzroslyy-n-/);
  });

  it('that was typed stays as it was typed', async () => {
    const slug = `own-${Date.now()}`;
    const berth = await makeBerth({ slug });
    expect((await rename('berth', berth, words()))?.slug).toBe(slug);
  });

  it('is proposed anew when it is emptied', async () => {
    const berth = await makeBerth();
    const emptied = await documents('berth').update({ documentId: berth.documentId, data: { slug: '' } });
    expect(emptied?.slug).toMatch(/^prichal-n-/);
  });

  it('belongs to one record', async () => {
    const [first, second] = [await makeBerth(), await makeBerth()];
    const { slug } = first;
    expect(await refusal(makeBerth({ slug }))).toMatchObject({ code: 'SLUG_TAKEN', fields: ['slug'] });
    const move = documents('berth').update({ documentId: second.documentId, data: { slug } });
    expect(await refusal(move)).toMatchObject({ code: 'SLUG_TAKEN' });
    const activity = await makeActivity();
    const copy = makeActivity({ values: { slug: activity.slug }, locales: ['ru'] });
    expect(await refusal(copy)).toMatchObject({ code: 'SLUG_TAKEN' });
  });

  it('goes to one of two people who take it at the same moment', async () => {
    const slug = `race-${Date.now()}`;
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => makeBerth({ slug })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lost of tries.filter((one) => one.status === 'rejected')) {
      expect(['SLUG_TAKEN', 'TAKEN']).toContain(lost.reason.details.code);
    }
  });

  it('keeps to its format', async () => {
    expect(await refusal(makeBerth({ slug: 'Причал 1' }))).toMatchObject({ code: 'SLUG_FORMAT' });
  });

  it('of a copy is one of its own', async () => {
    const activity = await makeActivity();
    const { entries } = await documents('activity').clone({ documentId: activity.documentId, data: {} });
    expect(entries[0]?.slug).toBe(`${activity.slug}-2`);
    expect(entries[0]?.documentId).not.toBe(activity.documentId);
  });
});
