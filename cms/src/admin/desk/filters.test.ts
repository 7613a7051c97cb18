import { filtersIn, pageIn, queryOf, spanOf, withFilters, withPage } from './filters.ts';

const search = (text: string) => new URLSearchParams(text);

describe('the filters of a list', () => {
  it('are those of the address that the list knows', () => {
    expect(filtersIn(search('status=PAID&q=&colour=red&page=3'), ['status', 'q'])).toEqual({
      status: 'PAID',
    });
  });

  it('are kept in the address, from the first page on, and leave what is not theirs', () => {
    const next = withFilters(search('tab=inbox&status=PAID&page=3'), { status: undefined, q: 'Анна' });
    expect(next.toString()).toBe(new URLSearchParams({ tab: 'inbox', q: 'Анна' }).toString());
  });

  it('are asked for together with the page', () => {
    expect(queryOf({ status: 'PAID' }, 1)).toBe('status=PAID');
    expect(queryOf({ status: 'PAID' }, 2)).toBe('status=PAID&page=2');
  });
});

describe('the pages of a list', () => {
  it.each([
    ['', 1],
    ['page=4', 4],
    ['page=0', 1],
    ['page=many', 1],
  ])('the address ?%s is page %d', (address, page) => {
    expect(pageIn(search(address))).toBe(page);
  });

  it('leave no trace of the first one in the address', () => {
    expect(withPage(search('q=a&page=2'), 1).toString()).toBe('q=a');
  });

  it('say which records they show', () => {
    expect(spanOf({ page: 2, pageSize: 25, total: 30 })).toEqual({ from: 26, to: 30, total: 30, last: 2 });
    expect(spanOf({ page: 1, pageSize: 25, total: 0 })).toEqual({ from: 0, to: 0, total: 0, last: 1 });
  });
});
