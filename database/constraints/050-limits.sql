-- How often somebody asked for something that is limited across processes, as rate-limiter-flexible keeps it: one row for
-- each key and window. Keys are digests: no address and no e-mail stands here. `expire` is in milliseconds of real time.
create table if not exists rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

create index if not exists rate_limits_expire on rate_limits (expire);
