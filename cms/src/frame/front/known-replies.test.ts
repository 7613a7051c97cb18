import type { IncomingMessage } from 'node:http';
import { knownReplies } from './known-replies.ts';
import { jsonReply, type Reply } from './reply.ts';

const asking = (url: string, acceptLanguage = 'ru', acceptEncoding?: string) =>
  ({
    url,
    headers: { 'accept-language': acceptLanguage, 'accept-encoding': acceptEncoding },
  }) as unknown as IncomingMessage;

const reply = (value: unknown, holds: () => boolean = () => true): Reply => ({ ...jsonReply(value), holds });
const route = '/api/things';

describe('known replies', () => {
  it('are found again by address and language, while they hold', () => {
    const known = knownReplies();
    const state = { holds: true };
    const kept = known.keep(asking('/a'), { reply: reply('a', () => state.holds), route });
    expect(known.find(asking('/a'))?.reply).toBe(kept);
    expect(known.find(asking('/a', 'ru-RU,ru;q=0.9'))?.reply).toBe(kept);
    expect(known.find(asking('/a', 'en'))).toBeUndefined();
    expect(known.find(asking('/b'))).toBeUndefined();
    state.holds = false;
    expect(known.find(asking('/a'))).toBeUndefined();
  });

  it('stay the same object when they are made again with the same bytes', () => {
    const known = knownReplies();
    const first = known.keep(asking('/a'), { reply: reply('a', () => false), route });
    const again = known.keep(asking('/a'), { reply: reply('a'), route });
    expect(again).toBe(first);
    expect(known.find(asking('/a'))?.reply).toBe(first);
    expect(known.keep(asking('/a'), { reply: reply('b'), route })).not.toBe(first);
  });

  it('do not grow past their budget: those go that were not asked for longest', () => {
    const known = knownReplies({ budget: 50_000 });
    const long = 'x'.repeat(10_000);
    known.keep(asking('/first'), { reply: reply(long), route });
    known.keep(asking('/second'), { reply: reply(long), route });
    known.find(asking('/first'));
    for (const url of ['/third', '/fourth', '/third', '/fourth'])
      known.keep(asking(url), { reply: reply(long), route });
    expect(known.bytes).toBeLessThanOrEqual(50_000);
    expect(known.find(asking('/second'))).toBeUndefined();
    expect(known.find(asking('/first'))).toBeDefined();
    for (let at = 0; at < 200; at += 1)
      known.keep(asking(`/${Math.floor(at / 2)}`), { reply: reply(long), route });
    expect(known.bytes).toBeLessThanOrEqual(50_000);
  });

  it('past half their budget are those that were asked for again', () => {
    const known = knownReplies({ budget: 50_000 });
    const long = 'x'.repeat(10_000);
    for (const url of ['/first', '/second', '/third']) known.keep(asking(url), { reply: reply(long), route });
    expect(known.find(asking('/second'))).toBeDefined();
    expect(known.find(asking('/third'))).toBeUndefined();
    known.keep(asking('/third'), { reply: reply(long), route });
    expect(known.find(asking('/third'))).toBeDefined();
  });

  it('let go of what they were made from as soon as they do not hold, and keep their bytes', () => {
    const known = knownReplies();
    const state = { holds: true };
    const kept = known.keep(asking('/a'), { reply: reply('a', () => state.holds), route });
    known.letGo();
    expect(kept.holds).toBeDefined();
    state.holds = false;
    known.letGo();
    expect(kept.holds).toBeUndefined();
    expect(known.bytes).toBeGreaterThan(0);
    expect(known.keep(asking('/a'), { reply: reply('a'), route })).toBe(kept);
  });

  it.each(['gzip', 'br'])('are kept as %s alone where that is taken, and say the same', (coding) => {
    const known = knownReplies();
    const value = Array.from({ length: 1_000 }, (_, at) => ({ at, text: 'berth' }));
    const made = reply(value);
    const plain = made.bytes.toString();
    const kept = known.keep(asking('/a', 'ru', coding), { reply: made, route });
    expect(known.bytes).toBeLessThan(plain.length / 2);
    expect(Object.getOwnPropertyDescriptor(kept, 'bytes')).not.toHaveProperty('value');
    expect(kept.bytes.toString()).toBe(plain);
  });

  it('leave out what cannot say whether it holds, and addresses that nobody types', () => {
    const known = knownReplies();
    known.keep(asking('/a'), { reply: jsonReply('a'), route });
    known.keep(asking(`/${'a'.repeat(2_000)}`), { reply: reply('a'), route });
    expect(known.bytes).toBe(0);
  });
});
