-- How many good tickets to an activity were issued lately, counted every night. Beside the number that managers type, not
-- in its place; nothing is said of activities without any.
create table if not exists activity_sales (
  document_id text primary key,
  tickets integer not null check (tickets > 0)
);
