-- Every request of the back office is asked for by a log-in, and Strapi keeps those of a month.
create index if not exists strapi_sessions_session on strapi_sessions (session_id);
