import { type Locale, pick } from '@gangway/kit';
import type { TicketTypeView } from '../contract/ticket-types.ts';
import { ageWords } from './age-words.ts';
import type { TicketTypeRow } from './catalogue-rows.ts';
import type { Departure } from './departure.ts';
import type { CatalogueNow } from './offer-now.ts';
import { cheapest, type CurrentPrice } from './tariff.ts';

/** The ticket types of a departure in the order the manager gave them, with what each costs at least. */
export function ticketTypeList(
  departure: Departure,
  catalogue: CatalogueNow,
  locale: Locale,
): TicketTypeView[] {
  const { prices } = catalogue.offerOf(departure);
  const types = new Map(departure.tariffs.map(({ ticketType }) => [ticketType.id, ticketType]));
  return [...types.values()].map((type) => ticketTypeView(type, prices, locale));
}

function ticketTypeView(type: TicketTypeRow, prices: CurrentPrice[], locale: Locale): TicketTypeView {
  const { id, code, name, minAge, maxAge, occupiesPlace, needsAdult, proof } = type;
  return {
    ...{ id, code, name: pick(name, locale), minAge, maxAge, ages: ageWords({ minAge, maxAge }, locale) },
    ...{ occupiesPlace, needsAdult, proof: proof && pick(proof, locale) },
    priceFrom: cheapest(prices.filter(({ ticketType }) => ticketType.id === id)),
  };
}
