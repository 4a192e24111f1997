-- An agency that came to a school for a student: to observe them, or to meet staff about them. It rests on the family's yes to what is
-- seen of the student at school going to that agency, as it held on the day of the visit.
create table school_visit (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  consent_id uuid not null,
  purpose text not null check (purpose in ('observe_class', 'observe_break', 'meet_teachers', 'meet_care_team')),
  visited_on date not null,
  logged_by uuid not null,
  logged_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, logged_by) references person (district_id, id)
);
comment on table school_visit is 'An agency came to a school for a student, to observe them or to meet staff, on the family''s yes.';
comment on column school_visit.district_id is 'Tenant.';
comment on column school_visit.id is 'UUIDv7 made by the application.';
comment on column school_visit.student_id is 'The student.';
comment on column school_visit.school_id is 'The school that was visited.';
comment on column school_visit.referral_id is 'The referral the agency has.';
comment on column school_visit.partner_id is 'The agency.';
comment on column school_visit.consent_id is 'The consent it rests on, as it held on that day.';
comment on column school_visit.purpose is 'What for, a word of a list.';
comment on column school_visit.visited_on is 'The day.';
comment on column school_visit.logged_by is 'Who of the school wrote it down.';
comment on column school_visit.logged_at is 'When.';
create index school_visit_by_student on school_visit (district_id, student_id, visited_on desc);
create index school_visit_by_referral on school_visit (district_id, referral_id);
select house.wall('school_visit', 'school'), house.may('school_visit', 'add'), house.traced('school_visit', 'referral_id');
