import { describe, expect, it } from '@jest/globals';
import { mapSketch } from './map-sketch.ts';

const anichkov = { latitude: 59.9345, longitude: 30.3432 };

describe('the drawing around a berth', () => {
  it('shows the river it lies on, by name', () => {
    const { waters, labels, width, height } = mapSketch(anichkov);
    expect(waters.length).toBeGreaterThan(0);
    expect(labels.map(({ name }) => name)).toContain('fontanka');
    for (const { x, y, turn } of labels) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
      expect(Math.abs(turn)).toBeLessThanOrEqual(90);
    }
  });

  it('shows of a city only what is near', () => {
    expect(mapSketch(anichkov).labels.map(({ name }) => name)).not.toContain('malayaNeva');
  });

  it('is paths of numbers', () => {
    for (const path of mapSketch({ latitude: 59.9433, longitude: 30.3168 }).waters)
      expect(path).toMatch(/^M( (-?\d+|[LQZ]))+$/);
  });

  it('claims to know nothing of a city it has never seen', () => {
    expect(mapSketch({ latitude: 55.7558, longitude: 37.6173 })).toMatchObject({ waters: [], labels: [] });
  });
});
