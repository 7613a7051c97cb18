import { describe, expect, it } from '@jest/globals';
import { isSharedPath } from './shared-paths.ts';

describe('what is the same for everybody', () => {
  it.each([
    ...['/api/site', '/api/pages', '/api/pages/offer', '/api/contacts', '/api/products'],
    ...['/api/events', '/api/events/', '/api/events/calendar', '/api/events/k3f0q8'],
    ...['/api/events/k3f0q8/seat-layout', '/api/events/k3f0q8/ticket-types', '/api/events/k3f0q8/prices'],
  ])('may be kept: %s', (path) => {
    expect(isSharedPath(path)).toBe(true);
  });

  it.each([
    ...['/api/events/k3f0q8/seats', '/api/events/k3f0q8/seats/lock', '/api/events/k3f0q8/best-available'],
    ...['/api/orders/k3f0q8', '/api/quotes', '/api/me', '/api/me/events', '/api/sites', '/'],
  ])('depends on who asks: %s', (path) => {
    expect(isSharedPath(path)).toBe(false);
  });
});
