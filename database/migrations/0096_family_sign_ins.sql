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
