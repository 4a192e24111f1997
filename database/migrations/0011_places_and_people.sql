-- What a profile of an agency still lacked, the list that brings an agency on board, and a roster on its way in.
alter table partner
  add column relationship_owner_id uuid,
  add column populations text,
  add column crisis_phone text,
  add foreign key (district_id, relationship_owner_id) references person;
comment on column partner.relationship_owner_id is 'Who at the district answers for the partnership.';
comment on column partner.populations is 'Whom they serve, in plain words.';
comment on column partner.crisis_phone is 'Number for a student of theirs who is in danger.';

create table onboarding_step (
  district_id uuid not null,
  partner_id uuid not null,
  step text not null check (step in ('training', 'contacts', 'crisis_contact', 'data_check')),
  done_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district_id, partner_id, step),
  foreign key (district_id, partner_id) references partner,
  foreign key (district_id, recorded_by) references person
);
comment on table onboarding_step is 'What was done to bring an agency on board. Agreement, sign-off and route are read from their own records.';
comment on column onboarding_step.district_id is 'Tenant.';
comment on column onboarding_step.partner_id is 'The agency.';
comment on column onboarding_step.step is 'What was done.';
comment on column onboarding_step.done_on is 'When.';
comment on column onboarding_step.recorded_by is 'Who recorded it.';
comment on column onboarding_step.recorded_at is 'When it was recorded.';
select house.wall('onboarding_step', 'district'), house.may('onboarding_step', 'add'),
  house.traced('onboarding_step', 'partner_id');

-- A roster file is read by a job, which may run on another machine: its bytes and its progress stand here.
alter table roster_import drop constraint roster_import_state_check;
alter table roster_import add constraint roster_import_state_check
  check (state in ('reading', 'previewed', 'applying', 'applied', 'discarded', 'refused'));
comment on column roster_import.state is 'Being read, previewed, being applied, applied, discarded or refused.';
create index roster_import_by_time on roster_import (district_id, made_at);

create table roster_part (
  district_id uuid not null,
  import_id uuid not null,
  position int not null check (position >= 0),
  bytes bytea not null,
  primary key (district_id, import_id, position),
  foreign key (district_id, import_id) references roster_import
);
comment on table roster_part is 'A piece of a roster file that waits to be read or applied. Removed as soon as it is applied, discarded or refused.';
comment on column roster_part.district_id is 'Tenant.';
comment on column roster_part.import_id is 'The import.';
comment on column roster_part.position is 'Order of the piece, from 0.';
comment on column roster_part.bytes is 'The piece.';
select house.wall('roster_part', 'school'), house.may('roster_part', 'remove');

create table roster_progress (
  district_id uuid not null,
  import_id uuid not null,
  step text not null,
  done int not null,
  total int not null,
  at timestamptz not null,
  primary key (district_id, import_id),
  foreign key (district_id, import_id) references roster_import
);
comment on table roster_progress is 'How far reading or applying a roster has come, for the person who waits.';
comment on column roster_progress.district_id is 'Tenant.';
comment on column roster_progress.import_id is 'The import.';
comment on column roster_progress.step is 'What is being done.';
comment on column roster_progress.done is 'Rows done of this step.';
comment on column roster_progress.total is 'Rows of this step.';
comment on column roster_progress.at is 'When this was written.';
select house.wall('roster_progress', 'school'), house.may('roster_progress', 'remove');

-- The staff of an agency, for its profile.
create index person_by_partner on person (district_id, partner_id) where partner_id is not null;
-- Words of one student's name, for keeping them in step with the name.
create index student_name_by_student on student_name (district_id, student_id);
