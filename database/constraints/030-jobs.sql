-- When each cron last ran, in business time: what makes it run once for all processes.
create table if not exists jobs_cron (
  name text primary key,
  last_at timestamptz not null
);
