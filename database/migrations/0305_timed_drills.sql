-- A drill against the clock runs in the live incident itself, behind a wall of its own: a transaction sees what is real, or the
-- one drill it is in, and never both. So no list, figure, clock or page has to remember to leave drills out.
alter table crisis_drill drop constraint crisis_drill_kind_check;
alter table crisis_drill add constraint crisis_drill_kind_check check (kind in ('tabletop', 'timed')),
  add column begun_by uuid,
  add column begun_at timestamptz,
  add foreign key (district_id, begun_by) references person (district_id, id),
  add check ((begun_at is null) = (begun_by is null)),
  add check (kind = 'timed' or begun_at is null);
comment on column crisis_drill.kind is 'How it is held: at a table, or against the clock in a live incident.';
comment on column crisis_drill.begun_by is 'Who began the live incident of a timed drill.';
comment on column crisis_drill.begun_at is 'When; null until then, and for a drill at a table.';

-- What is written inside a drill is the drill's by itself: no statement has to say so.
create function house.this_drill() returns uuid language sql stable set search_path = pg_catalog, pg_temp
  return nullif(current_setting('app.drill', true), '')::uuid;
comment on function house.this_drill is 'The timed drill this transaction is in, or null.';
revoke all on function house.this_drill from public;
grant execute on function house.this_drill to throughline_app;

alter table crisis_incident add column drill_id uuid;
alter table crisis_entry add column drill_id uuid;
alter table crisis_alert add column drill_id uuid;
alter table crisis_incident alter column drill_id set default house.this_drill();
alter table crisis_entry alter column drill_id set default house.this_drill();
alter table crisis_alert alter column drill_id set default house.this_drill();
comment on column crisis_incident.drill_id is 'The timed drill it is of, whose id it bears; null for what is real.';
comment on column crisis_entry.drill_id is 'The timed drill it was written in; null for what is real.';
comment on column crisis_alert.drill_id is 'The timed drill somebody was told in; null for what is real.';

-- Nobody real is in a drill, and nothing real led to it.
alter table crisis_incident
  add foreign key (district_id, drill_id) references crisis_drill (district_id, id),
  add constraint crisis_incident_of_a_drill check (drill_id is null
    or (drill_id = id and num_nonnulls(student_id, concern_id, decision_id) = 0));
alter table crisis_entry add constraint crisis_entry_of_a_drill check (drill_id is null or drill_id = incident_id);
alter table crisis_alert add constraint crisis_alert_of_a_drill check (drill_id is null or drill_id = incident_id);

do $$
declare
  wall record;
  own constant text := $sql$case when coalesce(current_setting('app.drill', true), '') = '' then drill_id is null
    else drill_id = current_setting('app.drill', true)::uuid end$sql$;
begin
  for wall in
    select polrelid::regclass as target, polname, pg_get_expr(polqual, polrelid) as sees,
      pg_get_expr(polwithcheck, polrelid) as writes
    from pg_policy where 'throughline_app'::regrole = any (polroles)
      and polrelid in ('crisis_incident'::regclass, 'crisis_entry'::regclass, 'crisis_alert'::regclass)
  loop
    execute format('alter policy %I on %s using (%s and %s) with check (%s and %s)',
      wall.polname, wall.target, wall.sees, own, wall.writes, own);
  end loop;
end $$;

-- A change of the standard that a drill asks for stands in the register of such requests, and not in a second one.
alter table crisis_drill_finding add column change_request_id uuid,
  add foreign key (district_id, change_request_id) references change_request (district_id, id),
  add check (change_request_id is null or leads_to = 'standard');
comment on column crisis_drill_finding.change_request_id is 'What the crisis standard was asked to say because of it.';
