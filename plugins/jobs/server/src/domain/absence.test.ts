import { createAbsence } from './absence.ts';

describe('who is absent', () => {
  it('is missing at every look for as long as patience lasts', () => {
    const absent = createAbsence(8);
    expect(absent(['a'], 0)).toEqual([]);
    expect(absent(['a', 'b'], 7)).toEqual([]);
    expect(absent(['a', 'b'], 8)).toEqual(['a']);
    expect(absent(['a', 'b'], 15)).toEqual(['a', 'b']);
  });

  it('is nobody who was there in between', () => {
    const absent = createAbsence(8);
    absent(['a'], 0);
    absent([], 5);
    expect(absent(['a'], 10)).toEqual([]);
    expect(absent(['a'], 18)).toEqual(['a']);
  });

  it('is nobody who may have been there while nobody looked', () => {
    const absent = createAbsence(8_000);
    absent(['a'], 0);
    expect(absent(['a'], 60_000)).toEqual([]);
    expect(absent(['a'], 70_000)).toEqual(['a']);
  });

  it('is gone at once without patience', () => {
    expect(createAbsence(0)(['a'], 5)).toEqual(['a']);
  });
});
