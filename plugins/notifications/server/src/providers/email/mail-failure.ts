import { providerRefused, providerUnreachable } from '@gangway/kit';
import type { ProviderFailure } from '@gangway/kit';

type SmtpError = {
  responseCode?: number;
  command?: string;
  code?: string;
  response?: string;
  message?: string;
};

/** Steps at which a server speaks about this mail and not about us. */
const aboutTheMail = ['RCPT TO', 'DATA'];

/**
 * A permanent answer (5xx) to the recipient or to the mail itself is final. Everything else may pass: a full mailbox
 * (4xx), a server that is away, and a log-in that an operator has to put right.
 */
export function mailFailure(error: unknown): ProviderFailure {
  const { responseCode = 0, command = '', code = '', response, message } = (error ?? {}) as SmtpError;
  const text = withoutAddresses(response ?? message ?? 'no answer');
  const final = responseCode >= 500 && aboutTheMail.includes(command);
  return final ? providerRefused(String(responseCode), text) : providerUnreachable(text || code);
}

/** Servers repeat the recipient in their answers, which end up in logs and lists. */
export const withoutAddresses = (text: string): string =>
  text.replace(/[^\s<>,;:]+@[^\s<>,;:]+/g, '…').slice(0, 200);
