-- A payment that ends without money leaves its order as it was: who waits for the order hears of it all the same.

create or replace function payments_tell() returns trigger language plpgsql as $$
begin
  perform pg_notify('orders', new.payable_id);
  return null;
end $$;

create or replace trigger payments_tell
  after update of state on payments
  for each row when (old.state is distinct from new.state and new.payable_kind = 'order')
  execute function payments_tell();
