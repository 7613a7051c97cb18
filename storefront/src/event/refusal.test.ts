import { describe, expect, it } from '@jest/globals';
import { readRefusal, refusalOf, refusalQuery } from './refusal.ts';

const adult = 'adultadultad';

describe('a refusal', () => {
  it('goes to the page and back with its number', () => {
    const refusal = refusalOf({ code: 'SOLD_OUT', details: { left: 2 } });
    const query = refusalQuery({ ...refusal, quantities: { [adult]: 3 }, zone: 'open' });
    expect(query).toBe(`refused=SOLD_OUT&n=2&zone=open&q.${adult}=3`);
    expect(readRefusal(new URLSearchParams(query))).toEqual({ code: 'SOLD_OUT', count: 2 });
  });

  it('says the limit of places', () => {
    expect(refusalOf({ code: 'TOO_MANY_PLACES', details: { limit: 12, held: 3 } })).toEqual({
      code: 'TOO_MANY_PLACES',
      count: 12,
    });
  });

  it('is one we have a sentence for, whatever the API says', () => {
    expect(refusalOf({ code: 'SOMETHING_NEW' })).toEqual({ code: 'OTHER' });
  });

  it('is nothing that a stranger writes into the address', () => {
    expect(readRefusal(new URLSearchParams('refused=%3Cscript%3E'))).toBeUndefined();
    expect(readRefusal(new URLSearchParams('refused=SOLD_OUT&n=x'))).toEqual({ code: 'SOLD_OUT' });
    expect(readRefusal(new URLSearchParams())).toBeUndefined();
  });
});
