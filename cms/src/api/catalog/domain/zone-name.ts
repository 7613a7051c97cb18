import { isTimeZone } from '@gangway/kit';
import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

const zoneName = /^(UTC|[A-Z][A-Za-z_+-]*(\/[A-Z0-9][A-Za-z0-9_+-]*)+)$/;

/** An IANA name as it is written there; offsets such as `+03:00` know no change of clocks and are refused. */
export function zoneProblems(timezone: string): Problem[] {
  return zoneName.test(timezone) && isTimeZone(timezone) ? [] : [problems.UNKNOWN_TIMEZONE('timezone')];
}
