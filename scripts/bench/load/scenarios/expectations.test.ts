import { complaintOf, rowsOfPage } from './expectations.ts';

const list = { kind: 'list', locale: 'ru', page: 1, pageSize: 2 } as const;
const item = (id: string, title = 'Мосты') => ({
  id,
  activity: { title },
  startAt: '2026-12-01T10:00:00+03:00',
});
const answer = (data: unknown, meta: object = { page: 1, pageSize: 2, total: 2 }) => ({ data, meta });

describe('a list', () => {
  it('is right when it is the page that was asked for, in its language', () => {
    expect(complaintOf(answer([item('a'), item('b')]), list)).toBeUndefined();
    expect(complaintOf(answer([item('a'), item('b')]), { ...list, day: '2026-12-01' })).toBeUndefined();
  });

  it.each([
    ['no list', answer({ id: 'a' })],
    ['another page', answer([item('a'), item('b')], { page: 2, pageSize: 2, total: 9 })],
    ['rows are missing', answer([item('a')])],
    ['a row twice', answer([item('a'), item('a')])],
    ['another language', answer([item('a'), item('b', 'Bridges')])],
  ])('is wrong: %s', (complaint, json) => expect(complaintOf(json, list)).toBe(complaint));

  it('is wrong with a departure of another day', () => {
    const json = answer([item('a'), item('b')]);
    expect(complaintOf(json, { ...list, day: '2026-12-02' })).toBe('another day');
  });

  it('holds as many rows as are left for its page', () => {
    expect([1, 2, 3].map((page) => rowsOfPage(30, page, 20))).toEqual([20, 10, 0]);
  });
});

describe('a card', () => {
  it('is that of the departure, in the language', () => {
    const expect1 = { kind: 'card', locale: 'zh', id: 'a' } as const;
    expect(complaintOf({ data: item('a', '夜观开桥') }, expect1)).toBeUndefined();
    expect(complaintOf({ data: item('b', '夜观开桥') }, expect1)).toBe('another departure');
    expect(complaintOf({ data: item('a', 'Bridges') }, expect1)).toBe('another language');
    expect(complaintOf({ error: {} }, expect1)).toBe('another departure');
  });
});

describe('orders of the back office', () => {
  const orders = { kind: 'orders', page: 1, pageSize: 2, state: 'PAID', holds: 'a@b.example' } as const;
  const order = (status: string, email: string) => ({ id: email + status, status, buyer: { email } });

  it('are those that were asked for, and there are some', () => {
    const meta = { page: 1, pageSize: 2, total: 1 };
    const one = { ...orders };
    expect(complaintOf(answer([order('PAID', 'a@b.example')], meta), one)).toBeUndefined();
    expect(complaintOf(answer([order('LOCKED', 'a@b.example')], meta), one)).toBe('another state');
    expect(complaintOf(answer([order('PAID', 'c@d.example')], meta), one)).toMatch('not asked for');
    expect(complaintOf(answer([], { ...meta, total: 0 }), one)).toMatch('not asked for');
  });
});

describe('stock Strapi', () => {
  it('answers a page or a document of its own', () => {
    const page = { kind: 'stock list', page: 1, pageSize: 1, locale: 'en' } as const;
    const meta = { pagination: { page: 1, pageSize: 1 } };
    expect(complaintOf(answer([{ documentId: 'a' }], meta), page)).toBeUndefined();
    expect(complaintOf(answer([], meta), page)).toBe('rows are missing');
    expect(complaintOf({ data: { documentId: 'a' } }, { kind: 'stock card', id: 'b' })).toBe(
      'another document',
    );
  });
});
