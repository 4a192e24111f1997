-- Staff who hold a student give somebody of the family a sign-in for this one student, and write down how they made sure who it
-- is. A caregiver is one person, with or without a sign-in: whoever is kept away before one is given stays kept away after.
alter table caregiver add column person_id uuid;
alter table caregiver add foreign key (district_id, person_id) references person (district_id, id);
create unique index caregiver_person on caregiver (district_id, person_id) where person_id is not null;
comment on column caregiver.person_id is 'The same human as somebody who signs in, or who is kept away; null where there was no need.';

create table family_sign_in (
  district_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  caregiver_id uuid,
  checked_how text not null check (checked_how in ('official_id', 'known_in_person', 'called_back')),
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (district_id, assignment_id),
  foreign key (district_id, assignment_id) references assignment (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  foreign key (district_id, given_by) references person (district_id, id)
);
comment on table family_sign_in is 'Somebody of a family was given a sign-in for one student, after it was checked who they are. Never edited.';
comment on column family_sign_in.district_id is 'Tenant.';
comment on column family_sign_in.assignment_id is 'What it gave them; it ends with it.';
comment on column family_sign_in.student_id is 'The student it is for.';
comment on column family_sign_in.person_id is 'Who signs in.';
comment on column family_sign_in.caregiver_id is 'Which caregiver they are; null for the student.';
comment on column family_sign_in.checked_how is 'How whoever gave it made sure who it is.';
comment on column family_sign_in.given_by is 'Who checked and gave it.';
comment on column family_sign_in.given_at is 'When.';
create index family_sign_in_by_student on family_sign_in (district_id, student_id);
select house.wall('family_sign_in', 'school'), house.may('family_sign_in', 'add'),
  house.traced('family_sign_in', 'assignment_id');
create index assignment_by_student on assignment (district_id, student_id) where student_id is not null;

-- Whoever was kept away without ever signing in goes with the caregiver they are, too.
update house.removable set belongs = $sql$(t.id in (select a.person_id from assignment a
      where a.district_id = $1 and a.student_id = $2)
      or t.id in (select c.person_id from caregiver c join guardianship g on g.district_id = c.district_id and g.caregiver_id = c.id
        where c.district_id = $1 and g.student_id = $2 and c.name = 'removed'))
    and not exists (select from assignment a left join student s on s.district_id = a.district_id and s.id = a.student_id
      where a.district_id = $1 and a.person_id = t.id
        and (a.student_id is null or (a.student_id <> $2 and s.given_name <> 'removed')))$sql$
  where record_class = 'student' and target = 'person';
