import { readBestForm } from './best-form.ts';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

const key = 'f3b0c1d2-0000-4000-8000-000000000000';

describe('the form for the best seats', () => {
  it('says how many, where and for whom', () => {
    expect(readBestForm(form({ key, count: '3', zone: '' }))).toEqual({ key, wish: { count: 3 } });
    expect(readBestForm(form({ key, count: '1', zone: 'bow', accessible: 'yes' }))).toEqual({
      key,
      wish: { count: 1, zone: 'bow', accessible: true },
    });
  });

  it.each<Record<string, string>>([
    { key },
    { key, count: '0' },
    { key, count: '13' },
    { key, count: '2.5' },
    { key, count: 'x' },
    { key, count: '2', zone: '../x' },
    { count: '2' },
    { key: 'short', count: '2' },
    { key: `${key}!`, count: '2' },
  ])('is none of ours: %j', (fields) => {
    expect(readBestForm(form(fields))).toBeUndefined();
  });
});
