-- How far treatment is, as two dates and nothing beside them: there is no field for what is done or said in it.
create table treatment_milestone (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  milestone text not null check (milestone in ('plan_completed', 'first_reached')),
  reached_on date not null,
  posted_by uuid not null,
  posted_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, referral_id, milestone),
  foreign key (district_id, referral_id) references referral,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, posted_by) references person
);
comment on table treatment_milestone is
  'That a plan of treatment is complete, and that its first milestone is reached: a day each, told by the agency.';
comment on column treatment_milestone.district_id is 'Tenant.';
comment on column treatment_milestone.id is 'UUIDv7 made by the application.';
comment on column treatment_milestone.referral_id is 'The referral.';
comment on column treatment_milestone.student_id is 'The student.';
comment on column treatment_milestone.partner_id is 'The agency.';
comment on column treatment_milestone.milestone is 'The plan is complete, or its first milestone is reached. Each once.';
comment on column treatment_milestone.reached_on is 'The day it was.';
comment on column treatment_milestone.posted_by is 'Who posted it.';
comment on column treatment_milestone.posted_at is 'When.';
create index treatment_milestone_by_student on treatment_milestone (district_id, student_id);
select house.wall('treatment_milestone', 'school and partner'), house.may('treatment_milestone', 'add'),
  house.traced('treatment_milestone', 'referral_id');
