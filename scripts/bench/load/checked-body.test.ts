import { gzipSync } from 'node:zlib';
import { bodyCheck } from './checked-body.ts';

const reply = (text: string, zipped = false) => ({
  ...{ status: 200, head: zipped ? 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n' : 'HTTP/1.1 200 OK\r\n' },
  body: zipped ? gzipSync(text) : Buffer.from(text),
});

describe('the check of bodies', () => {
  it('looks into every answer that has other bytes than the right one before', () => {
    const check = bodyCheck();
    const seen: unknown[] = [];
    const look = (json: unknown) => {
      seen.push(json);
      return (json as { id: number }).id === 1 ? undefined : 'another one';
    };
    expect(check('/1', reply('{"id":1}', true), look)).toBeUndefined();
    expect(check('/1', reply('{"id":1}', true), look)).toBeUndefined();
    expect(check('/1', reply('{"id":2}', true), look)).toBe('another one');
    expect(check('/1', reply('{"id":1}', true), look)).toBeUndefined();
    expect(seen).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('knows each question by itself, and takes no rubbish', () => {
    const check = bodyCheck();
    const complain = () => 'wrong';
    expect(check('/1', reply('{}'), () => undefined)).toBeUndefined();
    expect(check('/2', reply('{}'), complain)).toBe('wrong');
    expect(check('/1', reply('<html>'), complain)).toBe('no JSON');
    expect(check('/1', { ...reply('{}'), head: 'x\r\ncontent-encoding: gzip' }, complain)).toBeUndefined();
  });
});
