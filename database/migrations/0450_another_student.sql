-- An incident that was begun or named for the wrong student ends for that one as entered in error, and goes on in a record of its own for
-- the right one. What was written down is written anew there: nothing is moved, and nothing is written over.
alter table crisis_incident
  drop constraint crisis_incident_ended_as_check,
  drop constraint crisis_incident_of_nobody,
  add column rights_incident_id uuid,
  add foreign key (district_id, rights_incident_id) references crisis_incident (district_id, id),
  add constraint crisis_incident_ended_as_check check (ended_as in ('opened_by_mistake', 'never_identified', 'belongs_elsewhere',
    'another_student')),
  add constraint crisis_incident_of_nobody check (case ended_as when 'opened_by_mistake' then true
    when 'another_student' then student_id is not null else student_id is null or ended_as is null end);
comment on column crisis_incident.ended_as is
  'How it ended where it was no crisis of a student of this school: a mistaken press, somebody nobody could name, another school’s, or entered for the wrong student. Null where it was closed step by step, or runs.';
comment on column crisis_incident.rights_incident_id is 'The incident that was entered for the wrong student, and that goes on in this one.';
create unique index crisis_incident_righted on crisis_incident (district_id, rights_incident_id) where rights_incident_id is not null;
-- What was passed on by another school goes on as that, also once it was put right here.
drop index crisis_incident_passed_on;
create unique index crisis_incident_passed_on on crisis_incident (district_id, from_incident_id)
  where from_incident_id is not null and ended_as is distinct from 'another_student';

alter table crisis_entry
  add column student_id uuid,
  add foreign key (district_id, student_id) references student (district_id, id),
  add check (student_id is null or (kind = 'ending_said' and what = 'another_student'));
comment on column crisis_entry.student_id is 'Whom an incident is said to be about in truth, where it was entered for the wrong student and that is known.';

-- An entry that names a student is nobody's to read who is kept from that student.
do $$
declare
  wall record;
begin
  for wall in
    select polname, pg_get_expr(polqual, polrelid) as sees, pg_get_expr(polwithcheck, polrelid) as writes,
      house.unblocked(polrelid) as unblocked
    from pg_policy where 'throughline_app'::regrole = any (polroles) and polrelid = 'crisis_entry'::regclass
  loop
    execute format('alter policy %I on crisis_entry using (%s and %s) with check (%s and %s)',
      wall.polname, wall.sees, wall.unblocked, wall.writes, wall.unblocked);
  end loop;
end $$;
