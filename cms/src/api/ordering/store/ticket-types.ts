import type { Transaction } from '@gangway/kit';
import type { AgeRule } from '../domain/ticket-rules.ts';

/** What ticket types say about ages now, by id; types that were deleted are absent. */
export async function readAgeRules(trx: Transaction, ids: readonly string[]): Promise<Map<string, AgeRule>> {
  const { rows } = await trx.raw(
    `select document_id as id, coalesce(needs_adult, false) as "needsAdult", max_age as "maxAge"
       from ticket_types where document_id = any(?)`,
    [[...new Set(ids)]],
  );
  return new Map((rows as ({ id: string } & AgeRule)[]).map(({ id, ...rule }) => [id, rule]));
}
