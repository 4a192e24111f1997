-- Who decides in triage is a standard of the district: versions that name roles beside school mental-health staff.
-- Districts that are there begin with nobody named. The owner passes the wall and the guard for this one statement. The
-- list applies from when the model itself began, so that every moment that has a model has it whole.
alter table standard no force row level security;
alter table standard disable trigger leaves_a_trace;
insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
select m.district_id,
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5('triage' || m.district_id::text), 1, 3)
    || '8' || substr(md5('triage' || m.district_id::text), 4, 15))::uuid,
  'triage_staff', 1, m.began, '{"roles": ["counselor", "psychologist", "social_worker", "nurse"]}'::jsonb, false,
  'Shipped with Throughline', now()
from (select district_id, min(in_force_from) as began from standard group by 1) m;
alter table standard enable trigger leaves_a_trace;
alter table standard force row level security;

comment on column concern.queue_role is
  'The role its school''s queue belongs to, moved along while nobody took it up; null when all triage staff have it.';
