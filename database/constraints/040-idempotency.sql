-- The first answer to each request that carried a key, so that its repetition is answered with the same bytes. `scope`
-- is a digest of route and owner; `reference` names what a request has begun that is not answered yet.
create table if not exists idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  reference text,
  status integer,
  content_type text,
  bytes bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (scope, key)
);

create index if not exists idempotency_keys_expires_at on idempotency_keys (expires_at);

do $$ begin
  if not exists (select from pg_constraint where conname = 'idempotency_keys_whole_answer' and conrelid = 'idempotency_keys'::regclass) then
    alter table idempotency_keys add constraint idempotency_keys_whole_answer
      check ((status is null) = (bytes is null) and (status is null) = (content_type is null));
  end if;
end $$;
