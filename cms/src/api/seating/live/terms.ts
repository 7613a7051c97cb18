/** How the live seat map is read, and how much of it one caller may have. */
export const liveTerms = {
  path: '/ws/seatmap',
  /** Open maps behind one address: a school class or an office, not a crawler. */
  perAddress: 120,
  /** Open maps of one process. */
  readers: 10_000,
  /** All that a reader may say is `{ "resync": true }`. Bytes. */
  messageBytes: 256,
  /** What may wait for a reader before it is cut: it comes back and begins with a snapshot. Bytes. */
  waitingBytes: 256 * 1024,
  pingMs: 30_000,
  /** How often the clock is asked whether holds have died. */
  lookMs: 500,
} as const;

/** Why the server ends a connection. The first three need another question, the others another try. */
export const farewells = {
  unknownEvent: { code: 4404, reason: 'There is no such departure.' },
  badMessage: { code: 4400, reason: 'Only {"resync":true} is understood.' },
  otherPlan: { code: 4409, reason: 'The plan has changed: read the seat layout again.' },
  stopping: { code: 1001, reason: 'The server is going away: connect again.' },
  notYet: { code: 1013, reason: 'Try again in a moment.' },
} as const;

export type Farewell = (typeof farewells)[keyof typeof farewells];
