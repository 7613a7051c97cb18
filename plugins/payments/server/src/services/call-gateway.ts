import { isProviderFailure, providerUnreachable } from '@gangway/kit';
import type { ProviderFailure } from '@gangway/kit';

const longestMs = 30_000;

export type Outcome<Answer> = { answer: Answer } | { failure: ProviderFailure };

/**
 * Asks a gateway. It answers or fails in one of two ways; whatever else it throws, and an answer that does not come,
 * leaves the outcome unknown.
 */
export async function callGateway<Answer>(ask: () => Promise<Answer>): Promise<Outcome<Answer>> {
  const limit = timeLimit();
  try {
    return { answer: await Promise.race([ask(), limit.passed]) };
  } catch (error) {
    return { failure: isProviderFailure(error) ? error : unclear(error) };
  } finally {
    limit.clear();
  }
}

const unclear = (cause: unknown) =>
  providerUnreachable(`The gateway broke off: ${cause instanceof Error ? cause.message : String(cause)}`, {
    cause,
  });

function timeLimit() {
  const timer: { id?: NodeJS.Timeout } = {};
  const passed = new Promise<never>((_, reject) => {
    timer.id = setTimeout(
      () => reject(providerUnreachable('The gateway did not answer in time.')),
      longestMs,
    );
  });
  return { passed, clear: () => clearTimeout(timer.id) };
}
