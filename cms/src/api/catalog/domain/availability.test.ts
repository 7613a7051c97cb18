import { availabilityOf, type Places } from './availability.ts';

const places: Places = {
  state: 'on_sale',
  capacity: 100,
  taken: 0,
  opensAt: null,
  closesAt: 1000,
  hasPrice: true,
  now: 500,
};

const of = (change: Partial<Places>) => availabilityOf({ ...places, ...change });

describe('availability', () => {
  it('counts what is left while the departure is on sale', () => {
    expect(of({ taken: 40 })).toEqual({ left: 60, status: 'available' });
    expect(of({ taken: 89 })).toEqual({ left: 11, status: 'available' });
    expect(of({ taken: 90 })).toEqual({ left: 10, status: 'few' });
    expect(of({ taken: 100 })).toEqual({ left: 0, status: 'sold_out' });
    expect(of({ taken: 101 })).toEqual({ left: 0, status: 'sold_out' });
  });

  it('calls three places few only when more have been taken', () => {
    expect(of({ capacity: 3 }).status).toBe('available');
    expect(of({ capacity: 4, taken: 1 }).status).toBe('few');
  });

  it('is closed outside the sales window', () => {
    expect(of({ opensAt: 500 }).status).toBe('available');
    expect(of({ opensAt: 501 })).toEqual({ left: 0, status: 'closed' });
    expect(of({ now: 999 }).status).toBe('available');
    expect(of({ now: 1000 })).toEqual({ left: 0, status: 'closed' });
  });

  it('is closed in every state but on sale, and without a price', () => {
    for (const state of ['draft', 'closed', 'boarding', 'departed', 'completed'] as const) {
      expect(of({ state }).status).toBe('closed');
    }
    expect(of({ hasPrice: false }).status).toBe('closed');
    expect(of({ state: 'cancelled', taken: 100 })).toEqual({ left: 0, status: 'cancelled' });
  });
});
