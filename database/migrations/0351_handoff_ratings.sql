-- After a warm handoff the family says on its own page how clear it was and how hard it was. It is read as counts, and by nobody as
-- the word of one family.
create table handoff_rating (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  clarity text not null check (clarity in ('clear', 'partly', 'unclear')),
  frustration text not null check (frustration in ('none', 'some', 'much')),
  rated_by uuid not null,
  rated_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, referral_id, rated_by),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, rated_by) references person (district_id, id)
);
comment on table handoff_rating is 'How clear and how hard a warm handoff was for somebody of the family, in two answers. Read as counts alone.';
comment on column handoff_rating.district_id is 'Tenant.';
comment on column handoff_rating.id is 'UUIDv7 made by the application.';
comment on column handoff_rating.referral_id is 'The referral of the handoff.';
comment on column handoff_rating.student_id is 'The student.';
comment on column handoff_rating.clarity is 'Whether it was clear what comes next.';
comment on column handoff_rating.frustration is 'How hard it was to get this far.';
comment on column handoff_rating.rated_by is 'Who of the family, so that nobody is counted twice.';
comment on column handoff_rating.rated_at is 'When.';
create index handoff_rating_by_student on handoff_rating (district_id, student_id);
create index handoff_rating_since on handoff_rating (district_id, rated_at);
select house.wall('handoff_rating', 'school'), house.may('handoff_rating', 'add'), house.traced('handoff_rating', 'referral_id');
