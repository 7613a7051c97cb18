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
  const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(ofSeller, [sellerId]));
  return (rows as MethodRow[]).map(settingOf);
}

const ofSeller = `
  select m.key, m.name::json as name, m.active, m.position, m.channels, m.currency, m.min_amount as "minAmount",
         m.max_amount as "maxAmount", m.hold_minutes as "holdMinutes"
    from payment_methods m
   where m.id in (select l.payment_method_id from payment_methods_seller_lnk l join sellers s on s.id = l.seller_id
                   where s.document_id = ?)
   order by m.id`;

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
