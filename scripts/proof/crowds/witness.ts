import { ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';

/**
 * Writes down, in tables that only grow, every time a seat changes hands and a counter moves. A line stands when the
 * transaction that made it has committed; lines of one seat are numbered in the order in which its rows were locked.
 * Nothing of the product reads or writes them.
 */
export async function callWitness({ databaseUrl }: Pick<ProofHouse, 'databaseUrl'>): Promise<void> {
  await ask(databaseUrl, witness);
}

const witness = `
  create table if not exists proof_seat_history (
    seq bigint generated always as identity primary key,
    event_id text not null, seat_code text not null, claim_id bigint not null, taken boolean not null
  );
  create table if not exists proof_counter_history (
    seq bigint generated always as identity primary key,
    event_id text not null, pool text not null, held integer not null, sold integer not null, capacity integer not null
  );

  create or replace function proof_seat_seen() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' and new.released_at is null then
      insert into proof_seat_history (event_id, seat_code, claim_id, taken)
      values (new.event_id, new.seat_code, new.id, true);
    elsif tg_op = 'UPDATE' and (old.released_at is null) <> (new.released_at is null) then
      insert into proof_seat_history (event_id, seat_code, claim_id, taken)
      values (new.event_id, new.seat_code, new.id, new.released_at is null);
    elsif tg_op = 'DELETE' and old.released_at is null then
      insert into proof_seat_history (event_id, seat_code, claim_id, taken)
      values (old.event_id, old.seat_code, old.id, false);
    end if;
    return null;
  end $$;
  create or replace trigger proof_seat_seen after insert or update or delete on seating_claims
    for each row execute function proof_seat_seen();

  create or replace function proof_counter_seen() returns trigger language plpgsql as $$ begin
    insert into proof_counter_history (event_id, pool, held, sold, capacity)
    values (new.event_id, new.pool, new.held, new.sold, new.capacity);
    return null;
  end $$;
  create or replace trigger proof_counter_seen after insert or update on place_counters
    for each row execute function proof_counter_seen()`;
