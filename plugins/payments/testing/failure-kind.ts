import assert from 'node:assert/strict';
import { isProviderFailure } from '@gangway/kit';

/** `refused` or `unreachable`; anything else that is thrown, and an answer, breaks the contract of the port. */
export async function failureKind(asked: Promise<unknown>): Promise<'refused' | 'unreachable'> {
  const outcome = await asked.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ('answer' in outcome) assert.fail(`It was answered: ${JSON.stringify(outcome.answer)}`);
  if (!isProviderFailure(outcome.error))
    assert.fail(`A gateway throws providerRefused or providerUnreachable, not ${String(outcome.error)}`);
  assert.ok(outcome.error.code.length > 0);
  return outcome.error.provider;
}
