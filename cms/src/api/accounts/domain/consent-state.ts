import { accountConsentCodes } from '../contract/auth.ts';
import type { ConsentView } from '../contract/me.ts';

/** One giving or taking back, in the account or with an order. */
export type ConsentEntry = { code: string; given: boolean; version: string; at: string };

/** What holds now: of each code the last word counts. */
export function consentStates(entries: readonly ConsentEntry[]): ConsentView[] {
  const sorted = entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return accountConsentCodes.map((code) => {
    const last = sorted.findLast((entry) => entry.code === code);
    const said = last ? { given: last.given, version: last.version, at: last.at } : never;
    return { code, ...said, withdrawable: code === 'marketing' };
  });
}

const never = { given: false, version: null, at: null };
