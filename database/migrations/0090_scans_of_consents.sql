-- Scans of consents that were given on paper. They lie beside the record they prove, in the same transaction and the same
-- backup, and sealed with the student's key like everything a family said.
create table consent_document (
  district_id uuid not null references district,
  id uuid not null,
  consent_id uuid not null,
  student_id uuid not null,
  kind text not null check (kind in ('pdf', 'jpeg', 'png')),
  size int not null check (size between 1 and 10485760),
  bytes bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, added_by) references person (district_id, id)
);
comment on table consent_document is 'A scan of a consent given on paper. Never edited, and never sent to an agency.';
comment on column consent_document.district_id is 'Tenant.';
comment on column consent_document.id is 'UUIDv7 made by the application.';
comment on column consent_document.consent_id is 'The consent it proves.';
comment on column consent_document.student_id is 'The student: whose key it lies under.';
comment on column consent_document.kind is 'What it is, as found by looking into it.';
comment on column consent_document.size is 'Bytes, as they are handed out.';
comment on column consent_document.bytes is 'The scan, sealed.';
comment on column consent_document.added_by is 'Who added it.';
comment on column consent_document.added_at is 'When.';
create index consent_document_by_consent on consent_document (district_id, consent_id, added_at);
select house.wall('consent_document', 'school'), house.may('consent_document', 'add'),
  house.traced('consent_document', 'consent_id'),
  house.sealed('consent_document', '{district_id,id,student_id}', '{bytes}');
