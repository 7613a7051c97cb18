import { rowsOf, type Wanted } from './rows.ts';

describe('rows of a search', () => {
  it('may be a whole season of more departures than a call may have arguments', () => {
    const many = 300_000;
    const positions = Uint32Array.from({ length: many }, (_, place) => place);
    const lots = { all: [{ outing: 0, amount: NaN, key: NaN, positions }], lotOf: new Uint32Array(many) };
    const found = { chosen: [0], counts: [many], open: true };
    const window = { first: 0, last: many };
    const wanted = { lots, found, window, sort: 'time', from: 1, count: many } as unknown as Wanted;
    const rows = rowsOf(wanted);
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([many - 1, 1, many - 1]);
  });
});
