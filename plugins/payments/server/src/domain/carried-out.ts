import { isRefundFinal } from './reconcile-refund.ts';
import type { RefundState } from './reconcile-refund.ts';

/** The gateway of a refund has not been known for an hour. */
export const noGateway = 'NO_GATEWAY';

type Asked = { state: RefundState; problem: string | null };

/** Open, and not with people; one whose gateway is missing is with them only until it is known again. */
export const isCarriedOut = ({ state, problem }: Asked): boolean =>
  !isRefundFinal(state) && (problem === null || problem === noGateway);
