-- What is on record of those who help students, beside their assignments and trainings: their credential, who supervises them, and each
-- time they were supervised. Nothing here is changed: what is put right is a further row, and the latest counts.
create table staff_credential (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('counseling', 'psychology', 'social_work', 'marriage_family', 'nursing', 'psychiatry', 'peer_support')),
  issuer text not null check (length(issuer) between 2 and 120),
  license_number text not null check (length(license_number) between 2 and 40),
  valid_until date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id)
);
comment on table staff_credential is 'A credential of somebody who helps students, with the body that issued it and its license.';
comment on column staff_credential.district_id is 'Tenant.';
comment on column staff_credential.id is 'UUIDv7 made by the application.';
comment on column staff_credential.person_id is 'Whose it is.';
comment on column staff_credential.kind is 'Of which profession, a word of a list.';
comment on column staff_credential.issuer is 'The body that issued it.';
comment on column staff_credential.license_number is 'The number of the license, as its public register has it.';
comment on column staff_credential.valid_until is 'The last day it holds.';
comment on column staff_credential.recorded_by is 'Who wrote it down.';
comment on column staff_credential.recorded_at is 'When.';
create index staff_credential_by_person on staff_credential (district_id, person_id, recorded_at desc);
select house.wall('staff_credential', 'school'), house.may('staff_credential', 'add'), house.traced('staff_credential');

create table staff_supervisor (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  supervisor_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, supervisor_id) references person (district_id, id),
  foreign key (district_id, named_by) references person (district_id, id),
  check (supervisor_id <> person_id)
);
comment on table staff_supervisor is 'Who supervises somebody who helps students; the latest row counts.';
comment on column staff_supervisor.district_id is 'Tenant.';
comment on column staff_supervisor.id is 'UUIDv7 made by the application.';
comment on column staff_supervisor.person_id is 'Who is supervised.';
comment on column staff_supervisor.supervisor_id is 'By whom.';
comment on column staff_supervisor.named_by is 'Who named them.';
comment on column staff_supervisor.named_at is 'When.';
create index staff_supervisor_by_person on staff_supervisor (district_id, person_id, named_at desc);
select house.wall('staff_supervisor', 'school'), house.may('staff_supervisor', 'add'), house.traced('staff_supervisor');

create table supervision (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  supervisor_id uuid not null,
  held_on date not null,
  form text not null check (form in ('individual', 'group', 'observed', 'file_review')),
  minutes int not null check (minutes between 15 and 480),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, supervisor_id) references person (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id),
  check (recorded_by <> person_id)
);
comment on table supervision is 'Somebody was supervised on a day, by whom and in which form. Nothing of what was said.';
comment on column supervision.district_id is 'Tenant.';
comment on column supervision.id is 'UUIDv7 made by the application.';
comment on column supervision.person_id is 'Who was supervised.';
comment on column supervision.supervisor_id is 'By whom.';
comment on column supervision.held_on is 'The day.';
comment on column supervision.form is 'How, a word of a list.';
comment on column supervision.minutes is 'How long, in minutes.';
comment on column supervision.recorded_by is 'Who wrote it down: never who was supervised.';
comment on column supervision.recorded_at is 'When.';
create index supervision_by_person on supervision (district_id, person_id, held_on desc);
select house.wall('supervision', 'school'), house.may('supervision', 'add'), house.traced('supervision');
