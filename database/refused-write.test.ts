import { isRefusedWrite } from './refused-write.ts';

describe('a write is refused by a Redis that', () => {
  it.each([
    ['is a replica', "READONLY You can't write against a read only replica."],
    [
      'has lost its master',
      "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
    ],
    ['has too few replicas', 'NOREPLICAS Not enough good replicas to write.'],
    ['cannot save', 'MISCONF Errors writing to the AOF file: No space left on device'],
    ['is full', "OOM command not allowed when used memory > 'maxmemory'."],
    ['is still reading', 'LOADING Redis is loading the dataset in memory'],
    [
      'is full, inside a script',
      "OOM command not allowed when used memory > 'maxmemory'. script: 2c1f, on @user_script:16.",
    ],
    [
      'is a replica, inside a script of an old version',
      "ERR Error running script (call to f_2c1f): @user_script:1: -READONLY You can't write against a read only slave.",
    ],
  ])('%s', (_, message) => {
    expect(isRefusedWrite(new Error(message))).toBe(true);
  });

  it.each([
    ['a wrong type', 'WRONGTYPE Operation against a key holding the wrong kind of value'],
    [
      'a wrong type inside a script',
      'WRONGTYPE Operation against a key holding the wrong kind of value script: 2c1f, on @user_script:1.',
    ],
    [
      'a script that fails',
      'ERR user_script:1: Script attempted to access nonexistent global variable script: 2c1f',
    ],
    ['a script that Redis does not know', 'NOSCRIPT No matching script. Please use EVAL.'],
    ['a forbidden command', "NOPERM this user has no permissions to run the 'set' command"],
    ['a lost connection', 'Connection is closed.'],
    ['words that begin alike', 'OOMPH'],
  ])('not by %s', (_, message) => {
    expect(isRefusedWrite(new Error(message))).toBe(false);
  });

  it('not by what is no error', () => {
    expect(isRefusedWrite('READONLY and no error')).toBe(false);
  });
});
