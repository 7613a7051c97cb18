import { readBestForm } from './best-form.ts';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

describe('the form for the best seats', () => {
  it('says how many, where and for whom', () => {
    expect(readBestForm(form({ count: '3', zone: '' }))).toEqual({ count: 3 });
    expect(readBestForm(form({ count: '1', zone: 'bow', accessible: 'yes' }))).toEqual({
      ...{ count: 1, zone: 'bow', accessible: true },
    });
  });

  it.each<Record<string, string>>([
    {},
    { count: '0' },
    { count: '13' },
    { count: '2.5' },
    { count: 'x' },
    { count: '2', zone: '../x' },
  ])('is none of ours: %j', (fields) => {
    expect(readBestForm(form(fields))).toBeUndefined();
  });
});
