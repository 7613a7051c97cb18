import { z } from '@gangway/kit';

export const actorKinds = ['staff', 'customer', 'system'] as const;

/** `room.noun.verb` in the past tense: `catalog.activity.published`. */
const action = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/);
const reference = z.string().min(1).max(255);

/**
 * One line of the audit log. `at` is business time. `details` and ids name rows, never people: an entry cannot
 * be erased, so it must not hold personal data.
 */
export const auditEntry = z.strictObject({
  actor: z.strictObject({ kind: z.enum(actorKinds), id: reference.optional() }),
  action,
  subject: z.strictObject({ kind: reference, id: reference }),
  details: z.record(z.string(), z.json()).optional(),
  at: z.date(),
  traceId: reference.optional(),
});

export type AuditEntry = z.infer<typeof auditEntry>;
