import { peakMb, slopeMb, watchMemory } from './memory.ts';

const at = (levels: number[]) => levels.map((mb, minute) => ({ seconds: minute * 60, mb }));

describe('memory over time', () => {
  it('has a peak, and a slope in its second half', () => {
    expect(peakMb(at([100, 900, 300]))).toBe(900);
    expect(slopeMb(at([100, 300, 500, 500, 510, 520, 530, 540]))).toBeCloseTo(10, 5);
    expect(slopeMb(at([100, 500, 500, 500]))).toBeCloseTo(0, 5);
    expect(slopeMb(at([100]))).toBe(0);
  });

  it('is looked at from the beginning', () => {
    const memory = watchMemory(process.pid);
    memory.stop();
    expect(memory.samples[0]?.mb).toBeGreaterThan(1);
  });
});
