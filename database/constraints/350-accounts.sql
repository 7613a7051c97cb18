-- Website accounts: one for an address; log-ins that can be ended; links that work once; consents as they were given.

create unique index if not exists up_users_document on up_users (document_id);
create unique index if not exists up_users_address on up_users (lower(email));

-- A token of an account names its row here: without it the token opens nothing.
create table if not exists account_sessions (
  id text primary key,
  account_id text not null,
  began_at timestamptz not null,
  ends_at timestamptz not null
);
create index if not exists account_sessions_account on account_sessions (account_id);
create index if not exists account_sessions_ends_at on account_sessions (ends_at);

-- Links in letters. Their secret is never stored: it is computed from the id. A registration waits in its link.
create table if not exists account_links (
  id text primary key,
  purpose text not null check (purpose in ('register', 'password', 'email')),
  email text not null,
  language text not null check (language in ('ru', 'en', 'zh')),
  account_id text,
  registration jsonb,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  constraint account_links_registration check ((purpose = 'register') = (registration is not null) or used_at is not null)
);
create index if not exists account_links_email on account_links (email, made_at desc);
create index if not exists account_links_account on account_links (account_id);
create index if not exists account_links_ends_at on account_links (ends_at);

create table if not exists account_consents (
  id bigint generated always as identity primary key,
  account_id text not null,
  code text not null check (code in ('personal-data', 'marketing')),
  given boolean not null,
  version text not null,
  at timestamptz not null
);
create index if not exists account_consents_account on account_consents (account_id, id);
