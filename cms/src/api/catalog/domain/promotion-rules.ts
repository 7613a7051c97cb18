import type { Problem } from '../../../frame/editing/problem.ts';
import type { AmountOrPercent } from './amount-or-percent.ts';
import type { Instant } from './instant.ts';
import { problems } from './problems.ts';
import { soldBySellerProblems } from './seller-currency.ts';

type PromotionSeller = { documentId: string; currency: string } | null;

/** A promotion as it stands after an edit; no activities means all of its seller's. */
export type EditedPromotion = AmountOrPercent & {
  code: string;
  currency: string;
  validFrom?: Instant;
  validTo?: Instant;
  seller?: PromotionSeller;
  activities?: { seller?: { documentId: string } | null }[];
};

/** `taken`: another promotion of the seller has the code. */
export function promotionProblems(promotion: EditedPromotion, { taken }: { taken: boolean }): Problem[] {
  return [
    ...soldBySellerProblems(promotion),
    ...(taken ? [problems.PROMOTION_CODE_TAKEN('code', { code: promotion.code })] : []),
    ...foreignActivities(promotion),
  ];
}

function foreignActivities({ seller, activities = [] }: EditedPromotion): Problem[] {
  const foreign = seller && activities.some((activity) => activity.seller?.documentId !== seller.documentId);
  return foreign ? [problems.PROMOTION_OF_OTHER_SELLER('activities')] : [];
}
