import type { Transaction } from '@gangway/kit';

/** What a label names: a record itself, or one whose name it repeats. */
export type Named = 'event' | 'schedule' | 'price' | 'activity' | 'vessel' | 'venue' | 'ticketType';

/** The Russian title of an activity as its editors see it: the draft, or what there is. */
const activity = (link: string) => `
  left join lateral (
    select named.document_id, titled.title
    from ${link} link
    join activities named on named.id = link.activity_id
    join activities titled on titled.document_id = named.document_id
    where link.OWNER_id = OWNER.id
    order by (titled.locale = 'ru') desc, titled.published_at nulls first
    limit 1
  ) activity on true`;

const place = (owner: string) => `
  left join ${owner}s_vessel_lnk vessel_link on vessel_link.${owner}_id = ${owner}.id
  left join vessels vessel on vessel.id = vessel_link.vessel_id
  left join ${owner}s_venue_lnk venue_link on venue_link.${owner}_id = ${owner}.id
  left join venues venue on venue.id = venue_link.venue_id`;

const ofOwner = (owner: string) => activity(`${owner}s_activity_lnk`).replaceAll('OWNER', owner);

const placeName = `coalesce(vessel.name ->> 'ru', venue.name ->> 'ru')`;

const eventLabels = `
  select event.id, concat_ws(' · ',
    to_char(event.start_at at time zone 'UTC' at time zone event.timezone, 'DD.MM HH24:MI'),
    activity.title, ${placeName}) as label
  from events event ${ofOwner('event')} ${place('event')}`;

const scheduleLabels = `
  select schedule.id, concat_ws(' · ', activity.title, schedule.times, ${placeName}) as label
  from schedules schedule ${ofOwner('schedule')} ${place('schedule')}`;

const amount = `
  case when price.amount % 100 = 0 then (price.amount / 100)::text
    else to_char(price.amount / 100.0, 'FM999999990.00') end
  || ' ' || case price.currency when 'RUB' then '₽' when 'EUR' then '€' when 'USD' then '$' else '¥' end`;

const priceLabels = `
  select price.id, concat_ws(' · ',
    coalesce(event.label, activity.title), ticket_type.label, price.zone, ${amount}) as label
  from prices price ${ofOwner('price')}
  left join prices_event_lnk event_link on event_link.price_id = price.id
  left join events event on event.id = event_link.event_id
  left join prices_ticket_type_lnk ticket_type_link on ticket_type_link.price_id = price.id
  left join ticket_types ticket_type on ticket_type.id = ticket_type_link.ticket_type_id`;

type Labelling = { table: string; labels: string; by: Partial<Record<Named, string>> };

/** Events first: the label of a price repeats the event's. */
const labellings: readonly Labelling[] = [
  {
    table: 'events',
    labels: eventLabels,
    by: { event: 'event', activity: 'activity', vessel: 'vessel', venue: 'venue' },
  },
  {
    table: 'schedules',
    labels: scheduleLabels,
    by: { schedule: 'schedule', activity: 'activity', vessel: 'vessel', venue: 'venue' },
  },
  {
    table: 'prices',
    labels: priceLabels,
    by: { price: 'price', event: 'event', activity: 'activity', ticketType: 'ticket_type' },
  },
];

/**
 * Writes anew every label that names one of these documents, after a change of the record or of a name in it.
 * Whoever writes events, schedules or prices past the document service calls this with their document ids.
 */
export async function refreshLabels(
  trx: Transaction,
  { of, documentIds }: { of: Named; documentIds: readonly string[] },
): Promise<void> {
  for (const { table, labels, by } of labellings) {
    const alias = by[of];
    if (alias) await trx.raw(refresh({ table, labels, alias }), [documentIds]);
  }
}

function refresh({ table, labels, alias }: { table: string; labels: string; alias: string }): string {
  return `
    update ${table} labelled set label = left(fresh.label, 255)
    from (${labels} where ${alias}.document_id = any(?::text[])) fresh
    where labelled.id = fresh.id and labelled.label is distinct from left(fresh.label, 255)`;
}
