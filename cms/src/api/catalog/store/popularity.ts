import { type Transaction } from '@gangway/kit';

/**
 * Writes down how many good tickets to each activity were issued after the moment: one statement, so whoever runs it
 * twice changes nothing the second time. Answers of how many activities it is another number.
 */
export async function countPopularity(trx: Transaction, { after }: { after: Date }): Promise<number> {
  const { rows } = await trx.raw(
    `with sold as (
       select activity.document_id, count(distinct ticket.id)::integer as tickets
       from admissions ticket
       join events departure on departure.document_id = ticket.event_id
       join events_activity_lnk link on link.event_id = departure.id
       join activities activity on activity.id = link.activity_id
       where ticket.state <> 'voided' and ticket.issued_at > ?
       group by activity.document_id
     ), forgotten as (
       delete from activity_sales where document_id not in (select document_id from sold) returning 1
     ), counted as (
       insert into activity_sales as held (document_id, tickets) select document_id, tickets from sold
       on conflict (document_id) do update set tickets = excluded.tickets where held.tickets <> excluded.tickets
       returning 1
     )
     select (select count(*) from forgotten)::integer + (select count(*) from counted)::integer as changed`,
    [after],
  );
  return (rows as { changed: number }[])[0]?.changed ?? 0;
}
