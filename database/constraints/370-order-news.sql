-- Whoever waits for the end of a payment hears of it in the moment of the commit: the notice is the order's document id.

create or replace function orders_tell() returns trigger language plpgsql as $$
begin
  perform pg_notify('orders', new.document_id);
  return null;
end $$;

create or replace trigger orders_tell
  after update of state on orders
  for each row when (old.state is distinct from new.state) execute function orders_tell();
