-- That a family was asked for consent is a fact of its own: by whom, when, how, and until when an answer is waited for. One
-- named person collects consent and papers from a family; whoever asks beside them says why, and that is kept with it.
create table consent_request (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  caregiver_id uuid not null,
  way text not null check (way in ('link', 'paper')),
  scopes text[] not null check (cardinality(scopes) > 0),
  link_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at > asked_at),
  beside_id uuid,
  beside_because text check (beside_because in ('contact_away', 'family_asked', 'cannot_wait', 'agreed')),
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, caregiver_id) references caregiver (district_id, id),
  foreign key (district_id, link_id) references family_link (district_id, id),
  foreign key (district_id, asked_by) references person (district_id, id),
  foreign key (district_id, beside_id) references person (district_id, id),
  check ((way = 'link') = (link_id is not null)),
  check ((beside_id is null) = (beside_because is null))
);
comment on table consent_request is 'A caregiver was asked for consent about one referral, and an answer is waited for.';
comment on column consent_request.district_id is 'Tenant.';
comment on column consent_request.id is 'UUIDv7 made by the application.';
comment on column consent_request.referral_id is 'The referral it is asked for.';
comment on column consent_request.student_id is 'The student.';
comment on column consent_request.partner_id is 'The agency it is asked for.';
comment on column consent_request.caregiver_id is 'Who was asked.';
comment on column consent_request.way is 'By a link that was sent, or on paper that was given.';
comment on column consent_request.scopes is 'The questions that were asked.';
comment on column consent_request.link_id is 'The link, where one was sent.';
comment on column consent_request.asked_by is 'Who asked.';
comment on column consent_request.asked_at is 'When.';
comment on column consent_request.due_at is 'Until when an answer is waited for; then the family is asked again.';
comment on column consent_request.beside_id is 'The named contact of the family, where somebody else asked.';
comment on column consent_request.beside_because is 'Why somebody else asked.';
create index consent_request_by_referral on consent_request (district_id, referral_id, asked_at);
create index consent_request_by_student on consent_request (district_id, student_id);
select house.wall('consent_request', 'school'), house.may('consent_request', 'add'), house.traced('consent_request');

create table family_contact (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, named_by) references person (district_id, id)
);
comment on table family_contact is 'Who collects consent and papers from the family of a student: the one named last.';
comment on column family_contact.district_id is 'Tenant.';
comment on column family_contact.id is 'UUIDv7 made by the application.';
comment on column family_contact.student_id is 'The student.';
comment on column family_contact.person_id is 'Who collects them.';
comment on column family_contact.named_by is 'Who said so.';
comment on column family_contact.named_at is 'When.';
create index family_contact_by_student on family_contact (district_id, student_id, named_at);
select house.wall('family_contact', 'school'), house.may('family_contact', 'add'), house.traced('family_contact');
