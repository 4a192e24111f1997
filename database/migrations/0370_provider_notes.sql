-- What a clinician writes for their own agency. It is the agency's health record and stands in its partition: behind a wall that
-- opens for the clinicians of that agency alone, under a key that is not the student's, and on no schedule of the district.
do $$
declare
  made text := pg_get_functiondef('house.wall(regclass, text)'::regprocedure);
  known constant text := $sql$when 'append' then$sql$;
begin
  if position(known in made) = 0 then raise exception 'house.wall no longer builds as expected'; end if;
  execute replace(made, known, $sql$when 'clinicians of the agency' then
      sees := format('%s and %s and current_setting(''app.clinician'', true) = ''yes''', same_district, partner); writes := sees;
    $sql$ || known);
end $$;

create table provider_note (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  governed_by text not null check (governed_by in ('hipaa', 'part_2')),
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, written_by) references person (district_id, id)
);
comment on table provider_note is 'A note a clinician keeps for their own agency: its health record, which nobody of the school or a family reads here.';
comment on column provider_note.district_id is 'Tenant.';
comment on column provider_note.id is 'UUIDv7 made by the application.';
comment on column provider_note.referral_id is 'The referral at the agency. The key it is sealed under is of this referral.';
comment on column provider_note.student_id is 'The student, so that whoever is kept away from them is kept from this.';
comment on column provider_note.partner_id is 'The agency whose record it is.';
comment on column provider_note.governed_by is 'The law it stands under: HIPAA, and 42 CFR Part 2 beside it where the agency gives substance-use care.';
comment on column provider_note.words is 'What it says, sealed.';
comment on column provider_note.written_by is 'The clinician.';
comment on column provider_note.written_at is 'When.';
create index provider_note_by_referral on provider_note (district_id, referral_id, written_at);
create index provider_note_by_student on provider_note (district_id, student_id);
select house.wall('provider_note', 'clinicians of the agency'), house.may('provider_note', 'add'), house.traced('provider_note');
select house.sealed('provider_note', '{district_id,id,referral_id}', '{words}');
comment on column data_key.owner_id is
  'The student or the caregiver whose texts it seals; of an agency''s own notes, the referral; the district itself for texts of nobody.';
