import { dayIn, laterDay, midnightIn } from '../season/calendar.ts';
import { season } from '../season/index.ts';
import { sellerOf } from '../season/seller-of.ts';
import type { Voyage } from './voyage.ts';

export async function makeTicketTypes({ writer }: Voyage): Promise<void> {
  for (const [position, type] of season.ticketTypes.entries()) {
    await writer.make({ key: `ticket-type:${type.code}`, data: { ...type, position } });
  }
}

/** Fees, promotions and products; needs the sellers and the activities. */
export async function makeOffers(voyage: Voyage): Promise<void> {
  await makeFees(voyage);
  await makePromotions(voyage);
  await makeProducts(voyage);
}

async function makeFees({ writer }: Voyage): Promise<void> {
  for (const { slug, seller, ...fee } of season.fees) {
    const { currency } = sellerOf(seller);
    const data = { ...fee, currency, seller: writer.idOf(`seller:${seller}`), vatKind: 'standard' };
    await writer.make({ key: `fee:${slug}`, data });
  }
}

async function makePromotions({ writer, today }: Voyage): Promise<void> {
  for (const { seller, activities, days, ...promotion } of season.promotions) {
    const { currency, timezone } = sellerOf(seller);
    const first = dayIn(today, timezone);
    const data = {
      ...promotion,
      currency,
      seller: writer.idOf(`seller:${seller}`),
      activities: activities.map((slug) => writer.idOf(`activity:${slug}`)),
      validFrom: midnightIn(first, timezone),
      validTo: midnightIn(laterDay(first, days), timezone),
    };
    await writer.make({ key: `promotion:${promotion.code}`, data });
  }
}

async function makeProducts({ writer, exhibition }: Voyage): Promise<void> {
  for (const [position, { picture: _alt, seller, ...product }] of season.products.entries()) {
    const { currency } = sellerOf(seller);
    const image = await exhibition.picture(`product-${product.slug}`);
    const data = {
      ...product,
      currency,
      image,
      position,
      seller: writer.idOf(`seller:${seller}`),
      vatKind: 'standard',
    };
    await writer.make({ key: `product:${product.slug}`, data });
  }
}
