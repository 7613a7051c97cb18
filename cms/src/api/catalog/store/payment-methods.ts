import type { Core } from '@strapi/strapi';
import type { Localized } from '@gangway/kit';
import type { MethodSetting } from '@gangway/payments/contract';
import { channelList } from '../domain/payment-method-rules.ts';

type MethodRow = Omit<MethodSetting, 'names' | 'enabled' | 'channels' | 'position'> & {
  name: Localized;
  active: boolean | null;
  channels: string | null;
  position: number | null;
};

/** What managers have said about the ways to pay of a seller. */
export async function readPaymentMethods(strapi: Core.Strapi, sellerId: string): Promise<MethodSetting[]> {
  const where = { seller: { documentId: sellerId } };
  const rows = (await strapi.db.query('api::catalog.payment-method').findMany({ where })) as MethodRow[];
  return rows.map(settingOf);
}

const settingOf = ({ key, name, active, position, channels, ...row }: MethodRow): MethodSetting => ({
  key,
  names: name,
  enabled: active !== false,
  position: position ?? 0,
  channels: channelList(channels),
  minAmount: row.minAmount,
  maxAmount: row.maxAmount,
  currency: row.currency,
  holdMinutes: row.holdMinutes,
});
