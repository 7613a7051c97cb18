import { databaseIsAway } from './database-away.ts';

const failed = (message: string, code?: string) => Object.assign(new Error(message), { code });

describe('a database that is away', () => {
  it.each([
    failed('connect ECONNREFUSED 127.0.0.1:54329', 'ECONNREFUSED'),
    Object.assign(new AggregateError([failed('connect ECONNREFUSED ::1:54329')]), { code: 'ECONNREFUSED' }),
    failed('read ECONNRESET', 'ECONNRESET'),
    failed('the database system is starting up', '57P03'),
    failed('terminating connection due to administrator command', '57P01'),
    failed('sorry, too many clients already', '53300'),
    failed('connection failure', '08006'),
    failed('select 1 - Connection terminated unexpectedly'),
    failed('Client has encountered a connection error and is not queryable'),
    failed('Knex: Timeout acquiring a connection. The pool is probably full.'),
  ])('is known by %s', (error) => {
    expect(databaseIsAway(error)).toBe(true);
  });

  it.each([
    failed('duplicate key value violates unique constraint', '23505'),
    failed('deadlock detected', '40P01'),
    failed('canceling statement due to statement timeout', '57014'),
    failed('relation "orders" does not exist', '42P01'),
    new TypeError('x is not a function'),
    'ECONNREFUSED',
    undefined,
  ])('is not the reason of %s', (error) => {
    expect(databaseIsAway(error)).toBe(false);
  });
});
