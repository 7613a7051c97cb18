import type { Client } from 'pg';
import { play } from './player.ts';
import type { Script } from './script.ts';

type Asked = { text: string; values?: unknown[] };

/** Answers as pg does: an answer for each statement of a text without values. */
function listening() {
  const asked: Asked[] = [];
  const answerTo = ({ text }: Asked) =>
    text.includes(';') ? [{ rows: [] }, { rows: [] }] : { rows: [{ id: text.length }] };
  const query = (one: Asked) => {
    asked.push(one);
    return Promise.resolve(answerTo(one));
  };
  const connection = { stream: { cork: () => undefined, uncork: () => undefined } };
  return { asked, client: { query, connection } as unknown as Client };
}

const found = (statement: number) => [{ kind: 'given' as const, statement, row: 0, column: 0 }];

describe('a checkout that is played', () => {
  it('finds what earlier answers gave also behind a text of several statements', async () => {
    const { asked, client } = listening();
    const deeds = [
      [
        [
          { text: 'begin; set local x = 1', values: [] },
          { text: 'four', values: [] },
        ],
        [{ text: 'next', values: [found(1)] }],
      ],
    ];
    await play(client, { deeds } as unknown as Script, 'event');
    expect(asked.at(-1)).toMatchObject({ text: 'next', values: ['4'] });
  });
});
