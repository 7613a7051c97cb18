import { connectionHearing } from './hearing.ts';
import type { Heard } from './hearing.ts';

const int16 = (number: number) => Buffer.from([number >> 8, number & 255]);
const int32 = (number: number) => Buffer.from([0, 0, number >> 8, number & 255]);
const text = (words: string) => Buffer.from(`${words}\0`);
const message = (kind: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
};
const value = (words: Buffer) => Buffer.concat([int32(words.length), words]);
const missing = Buffer.from([255, 255, 255, 255]);

const greeting = message('', Buffer.from([0, 3, 0, 0]), text('user'));
const parse = message('P', text('g1'), text('select $1, $2, $3'), int16(0));
const bytes = Buffer.from([0, 200, 255]);
const bind = message(
  ...(['B', text(''), text('g1'), int16(3), int16(0), int16(0), int16(1)] as const),
  ...[int16(3), value(Buffer.from('яхта')), missing, value(bytes), int16(0)],
);
const row = message('D', int16(1), value(Buffer.from('7')));
const done = message('C', text('SELECT 1'));
const ready = message('Z', Buffer.from('I'));
const complete = Buffer.concat([done, ready]);

function listening() {
  const heard: Heard[] = [];
  return { heard, ...connectionHearing(4, (statement) => heard.push(statement)) };
}

describe('what is heard on a connection', () => {
  it('is every statement with its text, its values and what came back', () => {
    const { heard, client, server } = listening();
    client(Buffer.concat([greeting, parse, bind]));
    server(Buffer.concat([row, complete]));
    const values = ['яхта', null, { base64: bytes.toString('base64') }];
    const statement = { connection: 4, trip: 1, text: 'select $1, $2, $3', values };
    expect(heard).toEqual([{ ...statement, rows: [['7']], failed: false }]);
  });

  it('does not depend on how the bytes were cut', () => {
    const whole = listening();
    whole.client(Buffer.concat([greeting, parse, bind]));
    const cut = listening();
    for (const byte of Buffer.concat([greeting, parse, bind])) cut.client(Buffer.from([byte]));
    expect(cut.heard).toEqual(whole.heard);
  });

  it('knows which statements travelled together', () => {
    const { heard, client, server } = listening();
    client(Buffer.concat([greeting, message('Q', text('BEGIN;')), parse, bind]));
    server(Buffer.concat([complete, complete]));
    client(Buffer.concat([bind, message('Q', text('COMMIT;'))]));
    expect(heard.map((one) => one.trip)).toEqual([1, 1, 2, 2]);
  });

  it('knows that what was sent after an answer is another trip, though others are not answered yet', () => {
    const { heard, client, server } = listening();
    client(Buffer.concat([greeting, parse, bind, bind]));
    server(complete);
    client(bind);
    server(Buffer.concat([complete, complete]));
    expect(heard.map((one) => one.trip)).toEqual([1, 1, 2]);
  });

  it('gives rows to the statement that asked for them, also behind a text of several', () => {
    const { heard, client, server } = listening();
    server(ready);
    client(Buffer.concat([greeting, message('Q', text('BEGIN; SET LOCAL x = 1')), parse, bind, bind]));
    server(Buffer.concat([done, complete, row, complete, complete]));
    expect(heard.map(({ rows }) => rows)).toEqual([[], [['7']], []]);
  });

  it('tells a refusal', () => {
    const { heard, client, server } = listening();
    client(Buffer.concat([greeting, message('Q', text('select 1/0'))]));
    server(Buffer.concat([message('E', text('SERROR')), ready]));
    expect(heard[0]?.failed).toBe(true);
  });
});
