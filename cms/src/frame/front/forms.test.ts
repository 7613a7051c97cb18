import { formOf, packed } from './forms.ts';
import { jsonReply, privateReply } from './reply.ts';

const long = jsonReply(Array.from({ length: 900 }, (_, id) => ({ id, title: 'Прогулка' })));
const short = jsonReply({ id: 1 });

describe('a reply that is kept', () => {
  it.each([
    ['compressed', long, 'br'],
    ['in the other coding', long, 'gzip'],
    ['plain, because its caller takes nothing else', long, undefined],
    ['plain, because it is short', short, 'br'],
  ])('%s has memory of its own size, and no part of a larger block', (_how, reply, acceptEncoding) => {
    const { reply: kept } = packed(reply, acceptEncoding === 'gzip' ? 'br' : acceptEncoding);
    const { bytes } = formOf(kept, acceptEncoding);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  it('is unpacked once for all who are being sent it plain', () => {
    const { reply } = packed(long, 'br');
    const first = formOf(reply, undefined);
    expect(first.bytes.toString()).toBe(long.bytes.toString());
    expect(formOf(reply, 'identity').bytes).toBe(first.bytes);
  });

  it('weighs what its compressed forms weigh', () => {
    const light = packed(long, 'gzip');
    const heavy = packed(long, undefined);
    expect(light.weight).toBeLessThan(heavy.weight / 2);
    expect(light.weight).toBeGreaterThan(formOf(light.reply, 'gzip').bytes.length);
  });
});

describe('a reply that is made for one caller', () => {
  it.each([
    ['plain as far as it arrives at once', 13_900, undefined],
    ['compressed when it does not', 14_100, 'gzip'],
  ])('is %s', (_how, length, coding) => {
    const { headers } = formOf(privateReply('x'.repeat(length)), 'gzip');
    expect(headers.find((text) => text === 'gzip')).toBe(coding);
  });

  it('is another matter than one for all, which is compressed once', () => {
    expect(formOf(jsonReply('x'.repeat(13_900)), 'gzip').headers).toContain('gzip');
  });
});
