import { createStatements } from './statements.ts';

const asked = 'select ? as a, ?::text as b';
const often = (statements: ReturnType<typeof createStatements>, sql: string, values: unknown[]) =>
  Array.from({ length: 3 }, () => statements.of(sql, values)).at(-1);

describe('a statement as the driver takes it', () => {
  it('has a numbered mark for each binding', () => {
    expect(createStatements().of(asked, [1, 'x'])).toEqual({
      text: 'select $1 as a, $2::text as b',
      values: [1, 'x'],
    });
  });

  it('gets a name when it comes often, the same for the same text', () => {
    const statements = createStatements();
    const first = often(statements, asked, [1, 2]);
    const other = often(statements, 'select ? as other', [1]);
    expect([first?.name, other?.name]).toEqual(['g1', 'g2']);
    expect(statements.of(asked, [3, 4])?.name).toBe('g1');
  });

  it('that carries nothing is never kept', () => {
    expect(often(createStatements(), 'savepoint work', [])).toEqual({ text: 'savepoint work', values: [] });
  });

  it('is sent in full for good once its name has been refused', () => {
    const statements = createStatements();
    statements.forget(often(statements, asked, [1, 2])?.name);
    expect(often(statements, asked, [1, 2])).not.toHaveProperty('name');
  });

  it('keeps a bounded number of texts', () => {
    const statements = createStatements();
    const named = Array.from({ length: 400 }, (_, at) => often(statements, `select ? as c${at}`, [1])?.name);
    expect(named.filter((name) => name !== undefined)).toHaveLength(300);
  });

  it.each([
    ['a name of a column', 'select ?? from t', ['a']],
    ['an operator', 'select a \\? ? from t', ['a']],
    ['too few bindings', asked, [1]],
    ['a binding that is undefined', asked, [1, undefined]],
  ])('is left to knex with %s', (_, sql, values) => {
    expect(createStatements().of(sql, values)).toBeUndefined();
  });
});
