import { requireOpen } from './transaction.ts';

const raw = () => Promise.resolve({ rows: [] });

describe('an open transaction', () => {
  it('is demanded of everyone who writes inside the caller’s work', () => {
    expect(() => requireOpen({ raw }, 'enqueue a job')).toThrow(
      'To enqueue a job, pass the open transaction',
    );
    expect(() => requireOpen({ raw, isTransaction: true, isCompleted: () => true }, 'x')).toThrow(
      'has ended',
    );
    expect(() => requireOpen({ raw, isTransaction: true, isCompleted: () => false }, 'x')).not.toThrow();
  });
});
