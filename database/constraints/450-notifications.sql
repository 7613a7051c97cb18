-- A key is sent once, whoever asks again; states and counts are what the delivery knows.

create unique index if not exists messages_dedupe_key on messages (dedupe_key);
create index if not exists messages_subject on messages (subject_kind, subject_id);
create index if not exists messages_due on messages (next_try_at) where state = 'queued' and next_try_at is not null;
create index if not exists messages_queued_at on messages (queued_at desc, id desc);

do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('messages_state', 'state in (''queued'', ''sending'', ''sent'', ''failed'', ''dropped'')'),
      ('messages_language', 'language in (''ru'', ''en'', ''zh'')'),
      ('messages_attempts', 'attempts >= 0 and attempts <= max_attempts'),
      ('messages_sent', '(state = ''sent'') = (sent_at is not null)'),
      ('messages_complete', 'num_nulls(document_id, message, subject_kind, subject_id, channel, recipient, language, dedupe_key, state, queued_at) = 0')
    ) as rules (name, must)
  loop
    if not exists (select from pg_constraint where conname = rule.name and conrelid = 'messages'::regclass) then
      execute format('alter table messages add constraint %I check (%s)', rule.name, rule.must);
    end if;
  end loop;
end $$;

-- One text for each message: first texts are laid by every process that starts.
create unique index if not exists message_texts_message on message_texts (message);
