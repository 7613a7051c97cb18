import { buildStage, type Stage } from './stage.ts';

describe('the database itself refuses', () => {
  let stage: Stage;
  const change = (table: string, id: string, values: Record<string, unknown>) =>
    strapi.db.connection(table).where({ document_id: id }).update(values);

  let eventId = '';

  beforeAll(async () => {
    stage = await buildStage();
    eventId = await stage.sail();
  });

  it.each([
    ['a departure that ends before it starts', { end_at: '2020-01-01' }, 'events_end_after_start'],
    ['a departure without places', { capacity: 0 }, 'events_capacity'],
    ['a state nobody knows', { state: 'sunk' }, 'events_state'],
    ['a seating nobody knows', { seating: 'standing' }, 'events_seating'],
    [
      'a sale that ends before it begins',
      { sales_start_at: '2030-01-02', sales_end_at: '2030-01-01' },
      'events_sales_window',
    ],
  ])('%s', async (_what, values, constraint) => {
    await expect(change('events', eventId, values)).rejects.toMatchObject({ constraint });
  });

  it.each([
    ['a negative price', { amount: -1 }, 'prices_amount'],
    ['a currency nobody knows', { currency: 'XXX' }, 'prices_currency'],
    [
      'a price that ends before it begins',
      { valid_from: '2030-01-02', valid_to: '2030-01-01' },
      'prices_validity',
    ],
  ])('%s', async (_what, values, constraint) => {
    const price = strapi.db.connection('prices').where({ currency: 'EUR' });
    await expect(price.update(values)).rejects.toMatchObject({ constraint });
  });

  it.each([
    ['vessels', 'vessel', { capacity: 0 }, 'vessels_capacity'],
    ['sellers', 'seller', { currency: 'XXX' }, 'sellers_currency'],
    ['ticket_types', 'adult', { max_age: 3 }, 'ticket_types_ages'],
  ] as const)('wrong values of %s', async (table, name, values, constraint) => {
    await expect(change(table, stage[name].documentId, values)).rejects.toMatchObject({ constraint });
  });

  it.each([
    ['categories', 'category'],
    ['berths', 'berth'],
    ['routes', 'route'],
    ['sellers', 'seller'],
  ] as const)('two of one address among %s', async (table, name) => {
    const other = await buildStage();
    const twice = change(table, other[name].documentId, { slug: stage.mark });
    await expect(twice).rejects.toMatchObject({ constraint: `${table}_slug` });
  });

  it('two published activities of one address, while drafts may share it', async () => {
    const other = await buildStage();
    const rows = () => strapi.db.connection('activities').where({ document_id: other.activity.documentId });
    await expect(rows().whereNotNull('published_at').update({ slug: stage.mark })).rejects.toMatchObject({
      constraint: 'activities_published_slug',
    });
    expect(await rows().whereNull('published_at').update({ slug: stage.mark })).toBe(3);
  });

  it('unknown words on published activities only', async () => {
    const rows = () => strapi.db.connection('activities').where({ document_id: stage.activity.documentId });
    await expect(rows().whereNotNull('published_at').update({ audience: 'fish' })).rejects.toMatchObject({
      constraint: 'activities_audience',
    });
  });

  it('a plan that is no drawing', async () => {
    const insert = strapi.db
      .connection('seating_plans')
      .insert({ document_id: 'x', version: 1, geometry: '[]' });
    await expect(insert).rejects.toMatchObject({ constraint: 'seating_plans_geometry' });
  });
});
