do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('seating_plans_version', 'version > 0'),
      ('seating_plans_capacity', 'capacity is null or capacity >= 0'),
      ('seating_plans_geometry', 'jsonb_typeof(geometry) = ''object''')
    ) as rules (name, must)
  loop
    if not exists (select from pg_constraint where conname = rule.name and conrelid = 'seating_plans'::regclass) then
      execute format('alter table seating_plans add constraint %I check (%s)', rule.name, rule.must);
    end if;
  end loop;
end $$;
