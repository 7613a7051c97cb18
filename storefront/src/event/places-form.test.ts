import { describe, expect, it } from '@jest/globals';
import type { EventCard } from '../api/shapes.ts';
import { changeOf, companyProblem, quantityField, readPlacesForm } from './places-form.ts';

const [adult, child, attendant] = ['adultadultad', 'childchildch', 'attendantatt'] as const;

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('the form of places', () => {
  it('says how many of each type, and leaves out those of which there are none', () => {
    const form = formOf({
      ...{ [quantityField(adult)]: '2', [quantityField(child)]: '0', [quantityField(attendant)]: ' ' },
      ...{ zone: 'open-deck', key: 'k'.repeat(20), other: '9' },
    });
    expect(readPlacesForm(form)).toEqual({
      ...{ quantities: { [adult]: 2 }, zone: 'open-deck', key: 'k'.repeat(20), isWrong: false },
    });
  });

  it.each(['-1', '1.5', 'два', '1e3', '999999'])('knows that %s is no number of tickets', (text) => {
    expect(readPlacesForm(formOf({ [quantityField(adult)]: text }))).toEqual({
      quantities: {},
      isWrong: true,
    });
  });

  it('ignores a zone and a key that no page of ours has made', () => {
    expect(readPlacesForm(formOf({ zone: '<b>', key: 'short' }))).toEqual({ quantities: {}, isWrong: false });
  });
});

describe('a change of what is held', () => {
  it('takes what is missing and lets go what is too much', () => {
    expect(changeOf({ held: { [adult]: 1, [child]: 2 }, wished: { [adult]: 3 } })).toEqual({
      take: { [adult]: 2 },
      letGo: { [child]: 2 },
    });
  });

  it('is none when the form says what is held already', () => {
    expect(changeOf({ held: { [adult]: 2 }, wished: { [adult]: 2 } })).toEqual({ take: {}, letGo: {} });
  });
});

describe('a company', () => {
  const type = (id: string, more: object) => ({
    ...{
      id,
      needsAdult: false,
      maxAge: null,
      occupiesPlace: true,
      priceFrom: { amount: 100, currency: 'RUB' },
    },
    ...more,
  });
  const types = [
    type(adult, {}),
    type(child, { needsAdult: true, maxAge: 11 }),
    type(attendant, { priceFrom: { amount: 0, currency: 'RUB' } }),
  ] as unknown as EventCard['ticketTypes'];

  it.each([
    [{ [adult]: 1, [child]: 3 }, undefined],
    [{ [child]: 1 }, 'NEEDS_ADULT'],
    [{ [adult]: 1, [attendant]: 1 }, undefined],
    [{ [adult]: 1, [attendant]: 2 }, 'NEEDS_PAYING_GUEST'],
  ])('of %p is %p', (quantities, problem) => {
    expect(companyProblem(quantities, types)).toBe(problem);
  });

  it('may be all free where nothing is sold', () => {
    expect(companyProblem({ [attendant]: 2 }, types.slice(2))).toBeUndefined();
  });
});
