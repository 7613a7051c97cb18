import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encoded } from './encoding.ts';

const bytes = Buffer.from(
  JSON.stringify(Array.from({ length: 900 }, (_, id) => ({ id, title: 'Прогулка' }))),
);

describe('an answer in fewer bytes', () => {
  it.each([
    ['gzip' as const, gunzipSync],
    ['br' as const, brotliDecompressSync],
  ])('is the same again after %s', (coding, restored) => {
    const sent = encoded(bytes, coding);
    expect(sent.length).toBeLessThan(bytes.length / 3);
    expect(restored(sent).equals(bytes)).toBe(true);
  });

  it.each(['gzip', 'br'] as const)('leaves nothing of %s for the collector of old objects', (coding) => {
    const collectYoung = youngCollector();
    encoded(bytes, coding);
    collectYoung();
    const before = process.memoryUsage().external;
    for (let answer = 1; answer <= 400; answer += 1) {
      encoded(bytes, coding);
      if (answer % 50 === 0) collectYoung();
    }
    expect((process.memoryUsage().external - before) / 400).toBeLessThan(4_096);
  });
});

function youngCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  return () => collect({ type: 'minor' });
}
