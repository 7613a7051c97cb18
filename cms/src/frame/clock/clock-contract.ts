import { defineRoute, z } from '@gangway/kit';

const clockState = z.strictObject({
  data: z.strictObject({
    now: z.iso.datetime({ offset: true }).describe('The business time'),
    offsetMs: z.int().describe('Business time minus real time'),
  }),
});

const example = { data: { now: '2026-06-01T09:00:00.000Z', offsetMs: 86_400_000 } };

export const readClock = defineRoute({
  id: 'system.clock.read',
  method: 'GET',
  path: '/api/internal/clock',
  summary: 'The business time',
  tag: 'internal',
  access: 'internal',
  response: clockState,
  errors: ['UNAUTHORIZED'],
  example: { response: example },
});

/** A century either way: past that, dates in the database stop making sense. */
const longestShiftMs = 100 * 366 * 86_400_000;

/** Exactly one of the three: a moment, a shift from where the clock stands, or back to real time. */
const move = z
  .strictObject({
    now: z.iso.datetime({ offset: true }).optional(),
    shiftMs: z.int().min(-longestShiftMs).max(longestShiftMs).optional(),
    reset: z.literal(true).optional(),
  })
  .refine((body) => Object.keys(body).length === 1);

export const moveClock = defineRoute({
  id: 'system.clock.move',
  method: 'PUT',
  path: '/api/internal/clock',
  summary: 'Move the business time of every process',
  tag: 'internal',
  access: 'internal',
  body: move,
  response: clockState,
  errors: ['UNAUTHORIZED', 'SANDBOX_OFF', 'INVALID_INPUT', 'UNKNOWN_FIELD'],
  example: { body: { shiftMs: 86_400_000 }, response: example },
});

export const routes = [readClock, moveClock];
