import {
  documents,
  makeActivity,
  makeDeparture,
  makePrice,
  makeSchedule,
  makeSeller,
  makeTicketType,
  makeVenue,
  makeVessel,
  refusal,
  words,
} from '../../../../tests/support/catalogue.ts';

const departure = (documentId: string, data: object) => documents('event').update({ documentId, data });

describe('a departure', () => {
  it('ends after it starts, whichever of the two is edited', async () => {
    const { documentId } = await makeDeparture();
    const early = departure(documentId, { endAt: '2031-06-01T09:59:00Z' });
    expect(await refusal(early)).toMatchObject({ code: 'END_BEFORE_START', fields: ['endAt'] });
    const late = departure(documentId, { startAt: '2031-06-01T11:00:00Z' });
    expect(await refusal(late)).toMatchObject({ code: 'END_BEFORE_START' });
    expect(await departure(documentId, { endAt: '2031-06-01T10:01:00Z' })).toBeTruthy();
  });

  it('takes no more people than its vessel holds', async () => {
    const vessel = (await makeVessel({ capacity: 20 })).documentId;
    const over = makeDeparture({ vessel, capacity: 21 });
    expect(await refusal(over)).toMatchObject({ code: 'CAPACITY_OVER_VESSEL', fields: ['capacity'] });
    expect(await makeDeparture({ vessel, capacity: 20 })).toBeTruthy();
  });

  it('with numbered places needs a plan', async () => {
    const bare = makeDeparture({ seating: 'assigned' });
    expect(await refusal(bare)).toMatchObject({ code: 'PLAN_REQUIRED', fields: ['seatingPlan'] });
  });

  it('belongs to an activity and leaves from a vessel or a venue', async () => {
    const data = { startAt: '2031-06-01T10:00:00Z', endAt: '2031-06-01T11:00:00Z', capacity: 1 };
    const lost = documents('event').create({ data });
    expect(await refusal(lost)).toMatchObject({ code: 'ACTIVITY_REQUIRED', fields: ['activity', 'vessel'] });
    const venue = (await makeVenue()).documentId;
    expect(await makeDeparture({ venue })).toBeTruthy();
  });

  it('does not take a vessel that sails something else, until that is cancelled', async () => {
    const vessel = (await makeVessel({ turnaroundMinutes: 30 })).documentId;
    const first = await makeDeparture({ vessel });
    const times = { startAt: '2031-06-01T11:20:00Z', endAt: '2031-06-01T12:20:00Z' };
    expect(await refusal(makeDeparture({ vessel, ...times }))).toMatchObject({
      code: 'VESSEL_OCCUPIED',
      fields: ['vessel'],
    });
    await departure(first.documentId, { state: 'cancelled' });
    expect(await makeDeparture({ vessel, ...times })).toBeTruthy();
  });

  it('that was cancelled stays cancelled', async () => {
    const { documentId } = await makeDeparture();
    await departure(documentId, { state: 'cancelled' });
    expect(await refusal(departure(documentId, { state: 'on_sale' }))).toMatchObject({ code: 'STATE_FINAL' });
  });

  it('that leaves in years has not left, whoever says so', async () => {
    const { documentId } = await makeDeparture();
    expect(await refusal(departure(documentId, { state: 'departed' }))).toMatchObject({
      ...{ code: 'STATE_TOO_EARLY', fields: ['state'] },
    });
    expect(await departure(documentId, { state: 'boarding' })).toMatchObject({ state: 'boarding' });
  });

  it('knows only states and zones that exist', async () => {
    expect(await refusal(makeDeparture({ state: 'sold' }))).toMatchObject({ code: 'UNKNOWN_CHOICE' });
    expect(await refusal(makeDeparture({ timezone: 'Moscow' }))).toMatchObject({ code: 'UNKNOWN_TIMEZONE' });
  });

  it('that is refused leaves nothing behind', async () => {
    const vessel = await makeVessel({ capacity: 20 });
    await refusal(makeDeparture({ vessel: vessel.documentId, capacity: 21 }));
    const filters = { vessel: { documentId: vessel.documentId } };
    expect(await documents('event').findMany({ filters })).toEqual([]);
  });
});

describe('a schedule', () => {
  it.each([
    ['SEASON_ORDER', { seasonTo: '2031-04-30' }],
    ['TIME_REPEATED', { times: '10:00, 10:00' }],
    ['TIMES_FORMAT', { times: '10.00' }],
    ['EXCEPTION_FORMAT', { exceptions: 'по праздникам' }],
    ['CAPACITY_OVER_VESSEL', { capacity: 51 }],
    ['UNKNOWN_TIMEZONE', { timezone: '+03:00' }],
  ])('is refused with %s', async (code, values) => {
    expect(await refusal(makeSchedule(values))).toMatchObject({ code });
  });

  it('stands when it can be read and fits', async () => {
    expect(await makeSchedule({ capacity: 50, exceptions: '2031-05-09: 12:00' })).toBeTruthy();
  });
});

describe('a price', () => {
  it('is not below nought, and may be nought', async () => {
    const activity = await makeActivity();
    expect(await refusal(makePrice(activity, { amount: -1 }))).toMatchObject({
      code: 'TOO_SMALL',
      fields: ['amount'],
    });
    expect(await makePrice(activity, { amount: 0 })).toBeTruthy();
  });

  it('is in the currency of the seller', async () => {
    const activity = await makeActivity();
    expect(await refusal(makePrice(activity, { currency: 'EUR' }))).toMatchObject({
      code: 'CURRENCY_OF_SELLER',
      fields: ['currency'],
    });
  });

  it('is for something, and for somebody', async () => {
    const bare = documents('price').create({ data: { amount: 1 } });
    expect(await refusal(bare)).toMatchObject({ fields: ['activity', 'ticketType'] });
  });

  it('ends its validity after it begins', async () => {
    const activity = await makeActivity();
    const reversed = { validFrom: '2031-02-01T00:00:00Z', validTo: '2031-01-01T00:00:00Z' };
    expect(await refusal(makePrice(activity, reversed))).toMatchObject({ code: 'VALIDITY_ORDER' });
  });
});

describe('a promotion', () => {
  const promotion = (seller: string, values: object) =>
    documents('promotion').create({ data: { name: words('Акция'), seller, percent: 10, ...values } });

  it('has a code in capitals that its seller has once', async () => {
    const [river, nebula] = [await makeSeller(), await makeSeller()];
    expect(await promotion(river.documentId, { code: ' summer 31' })).toMatchObject({ code: 'SUMMER31' });
    expect(await refusal(promotion(river.documentId, { code: 'SUMMER31' }))).toMatchObject({
      code: 'PROMOTION_CODE_TAKEN',
      fields: ['code'],
    });
    expect(await promotion(nebula.documentId, { code: 'SUMMER31' })).toBeTruthy();
  });

  it('takes off between 0 and 100 percent', async () => {
    const { documentId } = await makeSeller();
    expect(await refusal(promotion(documentId, { code: 'OVER', percent: 101 }))).toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(await promotion(documentId, { code: 'ALL', percent: 100 })).toBeTruthy();
  });

  it('holds for activities of its own seller', async () => {
    const activity = await makeActivity();
    const foreign = promotion((await makeSeller()).documentId, {
      code: 'OTHER',
      activities: [activity.documentId],
    });
    expect(await refusal(foreign)).toMatchObject({ code: 'PROMOTION_OF_OTHER_SELLER' });
    const own = { code: 'OWN', activities: [activity.documentId] };
    expect(await promotion(activity.seller.documentId, own)).toBeTruthy();
  });
});

const abroad = { country: 'EE', taxRegime: 'foreign', currency: 'EUR', inn: null, kpp: null, ogrn: null };

function sold(type: 'product' | 'fee', values: object) {
  const text = words('Гид');
  const own = type === 'product' ? { description: text } : {};
  return documents(type).create({ data: { name: text, amount: 100, currency: 'EUR', ...own, ...values } });
}

describe('a VAT rate that the seller’s country does not have', () => {
  const reduced = { vatMode: 'included', vatKind: 'reduced' };
  const refused = { code: 'VAT_RATE_UNKNOWN', fields: ['vatKind'] };

  it.each(['product', 'fee'] as const)('is refused for a %s', async (type) => {
    const seller = (await makeSeller({ ...abroad, country: 'CY' })).documentId;
    expect(await refusal(sold(type, { seller, ...reduced }))).toMatchObject(refused);
    expect(await sold(type, { seller, ...reduced, vatMode: 'none' })).toBeTruthy();
    expect(await sold(type, { seller, ...reduced, vatKind: 'zero' })).toBeTruthy();
  });

  it('is refused for an activity, when it is saved and when it is published', async () => {
    const activity = await makeActivity({ values: reduced });
    const seller = (await makeSeller({ ...abroad, country: 'CY' })).documentId;
    const { documentId } = activity;
    const moved = documents('activity').update({ documentId, locale: 'ru', data: { seller } });
    expect(await refusal(moved)).toMatchObject(refused);
    await makePrice(activity);
    await strapi.db.connection('sellers').where({ id: activity.seller.id }).update({ country: 'CY' });
    expect(await refusal(documents('activity').publish({ documentId }))).toMatchObject(refused);
  });
});

describe('a seller', () => {
  it.each([
    ['INN_CHECKSUM', { inn: '7707083894' }],
    ['OGRN_CHECKSUM', { ogrn: '1027700132196' }],
    ['INN_FORMAT', { inn: '77' }],
    ['REGIME_OF_OTHER_COUNTRY', { country: 'EE' }],
  ])('in Russia is refused with %s', async (code, values) => {
    expect(await refusal(makeSeller(values))).toMatchObject({ code });
  });

  it('abroad needs no Russian requisites', async () => {
    expect(await makeSeller(abroad)).toBeTruthy();
  });

  it.each(['DE', 'XX', 'ru'])('is not in %s, whose VAT nobody knows', async (country) => {
    const refused = await refusal(makeSeller({ ...abroad, country }));
    expect(refused).toMatchObject({ code: 'COUNTRY_UNKNOWN', fields: ['country'] });
    expect(refused.message).toContain('Россия, Эстония, Кипр');
  });

  it('stays in its country while something is taxed there', async () => {
    const { documentId } = await makeSeller(abroad);
    const moveTo = (country: string) => documents('seller').update({ documentId, data: { country } });
    expect(await moveTo('CY')).toBeTruthy();
    await sold('product', { seller: documentId });
    expect(await refusal(moveTo('EE'))).toMatchObject({ code: 'COUNTRY_IN_USE', fields: ['country'] });
  });

  it('keeps its currency while something is counted in it', async () => {
    const activity = await makeActivity();
    const { documentId } = activity.seller;
    const change = () => documents('seller').update({ documentId, data: { currency: 'CNY' } });
    await makePrice(activity);
    expect(await refusal(change())).toMatchObject({ code: 'CURRENCY_IN_USE', fields: ['currency'] });
  });
});

describe('other records', () => {
  it('a vessel holds at least what is planned with it', async () => {
    const vessel = await makeVessel({ capacity: 50 });
    await makeDeparture({ vessel: vessel.documentId, capacity: 40 });
    const shrink = (capacity: number) =>
      documents('vessel').update({ documentId: vessel.documentId, data: { capacity } });
    expect(await refusal(shrink(39))).toMatchObject({ code: 'VESSEL_TOO_SMALL', fields: ['capacity'] });
    expect(await shrink(40)).toBeTruthy();
  });

  it('a ticket type has ages in order', async () => {
    expect(await refusal(makeTicketType({ minAge: 8, maxAge: 7 }))).toMatchObject({ code: 'AGE_ORDER' });
    expect(await makeTicketType({ minAge: 7, maxAge: 7 })).toBeTruthy();
  });

  it('a fee has the number that its kind asks for', async () => {
    const seller = (await makeSeller()).documentId;
    const fee = (values: object) =>
      documents('fee').create({ data: { name: words('Сбор'), seller, ...values } });
    expect(await refusal(fee({ kind: 'percent', amount: 5 }))).toMatchObject({ code: 'PERCENT_REQUIRED' });
    expect(await fee({ kind: 'percent', percent: 5 })).toBeTruthy();
  });

  it('a venue is in a zone that exists', async () => {
    expect(await refusal(makeVenue({ timezone: 'Neva' }))).toMatchObject({ code: 'UNKNOWN_TIMEZONE' });
  });
});

describe('texts', () => {
  it('in titles and names hold no HTML', async () => {
    const title = makeActivity({ values: { title: 'Мосты <script>alert(1)</script>' }, locales: ['ru'] });
    expect(await refusal(title)).toMatchObject({ code: 'HTML_NOT_ALLOWED', fields: ['title'] });
    const name = makeVessel({ name: { ...words(), zh: '<b>船</b>' } });
    expect(await refusal(name)).toMatchObject({ code: 'HTML_NOT_ALLOWED', fields: ['name'] });
    expect(await makeVessel({ name: { ...words(), en: 'Boats < ships & > rafts' } })).toBeTruthy();
  });

  it('of names are complete in every language', async () => {
    const half = await refusal(makeVessel({ name: { ru: 'Метеор', en: 'Meteor', zh: ' ' } }));
    expect(half).toMatchObject({ code: 'TEXT_INCOMPLETE', fields: ['name'] });
    expect(half.message).toContain('китайский');
  });

  it('that are optional are complete or absent', async () => {
    const half = makeVessel({ description: { ru: 'Быстрое' } });
    expect(await refusal(half)).toMatchObject({ code: 'TEXT_INCOMPLETE', fields: ['description'] });
    const absent = await makeVessel({ description: { ru: ' ', en: '', zh: '' } });
    expect(absent.description).toBeNull();
  });

  it('are kept without spaces around them', async () => {
    const name = words();
    const vessel = await makeVessel({ name: { ...name, ru: `  ${name.ru} ` } });
    expect(vessel.name).toEqual(name);
  });
});
