import type { Localized, Money } from '@gangway/kit';
import type { Core } from '@strapi/strapi';
import type { MethodSetting } from '../domain/available-methods.ts';

type MethodRow = {
  key: string;
  names: Localized;
  enabled: boolean;
  position: number | null;
  minAmount: number | null;
  maxAmount: number | null;
  currency: Money['currency'];
  channels: string | null;
  holdMinutes: number;
};

/** Ways to pay as managers keep them: those of the seller, and those of no seller in particular. */
export async function readMethodSettings(
  strapi: Core.Strapi,
  { sellerType, sellerId }: { sellerType: string | undefined; sellerId: string },
): Promise<MethodSetting[]> {
  const where = sellerType
    ? { $or: [{ seller: { documentId: sellerId } }, { seller: { id: { $null: true } } }] }
    : {};
  const rows = (await strapi.db.query('plugin::payments.method').findMany({ where })) as MethodRow[];
  return rows.map(settingOf);
}

const settingOf = ({ position, channels, ...row }: MethodRow): MethodSetting => ({
  ...row,
  position: position ?? 0,
  channels: (channels ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
});
