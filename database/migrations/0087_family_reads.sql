-- What a family reads of its own child: what was allowed, what crossed, and who read it. Each row says who in the family
-- reads it: the caregivers and the student, the student alone, or nobody. It is said when the row is made and compared as it
-- stands, so that the wall looks nothing up and a row that is withheld leaves no gap.
alter table consent add column family_sees text not null default 'nobody' check (family_sees in ('family', 'student', 'nobody'));
comment on column consent.family_sees is 'Who in the family reads it: everybody, the student alone, or nobody.';
alter table consent_answer
  add column student_id uuid,
  add column family_sees text not null default 'nobody' check (family_sees in ('family', 'student', 'nobody'));
comment on column consent_answer.student_id is 'The student, so that the wall stands on this row too.';
comment on column consent_answer.family_sees is 'Who in the family reads it, as its consent says.';
alter table consent_revocation
  add column student_id uuid,
  add column family_sees text not null default 'nobody' check (family_sees in ('family', 'student', 'nobody'));
comment on column consent_revocation.student_id is 'The student, so that the wall stands on this row too.';
comment on column consent_revocation.family_sees is 'Who in the family reads it, as its consent says.';
alter table consent_settlement
  add column family_sees text not null default 'nobody' check (family_sees in ('family', 'student', 'nobody'));
comment on column consent_settlement.family_sees is 'Who in the family reads it, as the consent that counts says.';
alter table disclosure
  add column family_sees text not null default 'nobody' check (family_sees in ('family', 'student', 'nobody')),
  add column recipient_office text,
  add check (basis <> 'mandated_report' or family_sees = 'nobody');
comment on column disclosure.family_sees is 'Who in the family reads it: as its consent says, or as was chosen of what was told without.';
comment on column disclosure.recipient_office is 'The office that was told without consent.';

-- What crossed and was then read, printed or exported: which items, by whom, on which consent.
create table disclosure_reading (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  referral_id uuid,
  partner_id uuid,
  consent_id uuid,
  kind text not null check (kind in ('portal_view', 'print', 'export', 'family_view')),
  items text[] not null,
  family_sees text not null check (family_sees in ('family', 'student', 'nobody')),
  at timestamptz not null,
  read_by uuid,
  read_as text not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  check (kind <> 'portal_view' or num_nonnulls(referral_id, partner_id, consent_id) = 3)
);
comment on table disclosure_reading is 'One time what crossed was read at an agency, printed, exported, or read by the family.';
comment on column disclosure_reading.district_id is 'Tenant.';
comment on column disclosure_reading.id is 'UUIDv7 made by the application.';
comment on column disclosure_reading.student_id is 'The student.';
comment on column disclosure_reading.referral_id is 'The referral it belonged to, where it is of one.';
comment on column disclosure_reading.partner_id is 'The agency that read it.';
comment on column disclosure_reading.consent_id is 'The consent on which it had crossed.';
comment on column disclosure_reading.kind is 'Read at the agency, printed, exported, or read by the family.';
comment on column disclosure_reading.items is 'What was read.';
comment on column disclosure_reading.family_sees is 'Who in the family reads of it.';
comment on column disclosure_reading.at is 'When.';
comment on column disclosure_reading.read_by is 'Who read it.';
comment on column disclosure_reading.read_as is 'The role they acted in.';
create index disclosure_reading_by_student on disclosure_reading (district_id, student_id, at);

-- What the rows that are there say. The owner passes the walls and the guards for this.
do $$
declare
  target text;
begin
  foreach target in array array['consent', 'consent_answer', 'consent_revocation', 'consent_settlement', 'disclosure'] loop
    execute format('alter table %I disable trigger leaves_a_trace', target);
  end loop;
  foreach target in array array['consent', 'consent_answer', 'consent_revocation', 'consent_settlement', 'disclosure', 'partner_service'] loop
    execute format('alter table %I no force row level security', target);
  end loop;
end $$;
update consent c set family_sees = case
  when c.minor_consented or c.grantor_kind = 'student' then 'student'
  when exists (select from partner_service t where t.district_id = c.district_id and t.partner_id = c.partner_id
    and t.kind = 'substance_use') then 'student'
  else 'family' end;
update consent_answer a set student_id = c.student_id, family_sees = c.family_sees
  from consent c where c.district_id = a.district_id and c.id = a.consent_id;
update consent_revocation r set student_id = c.student_id, family_sees = c.family_sees
  from consent c where c.district_id = r.district_id and c.id = r.consent_id;
update consent_settlement s set family_sees = c.family_sees
  from consent c where c.district_id = s.district_id and c.id = s.consent_id;
update disclosure d set family_sees = c.family_sees
  from consent c where c.district_id = d.district_id and c.id = d.consent_id;
do $$
declare
  target text;
begin
  foreach target in array array['consent', 'consent_answer', 'consent_revocation', 'consent_settlement', 'disclosure'] loop
    execute format('alter table %I enable trigger leaves_a_trace', target);
  end loop;
  foreach target in array array['consent', 'consent_answer', 'consent_revocation', 'consent_settlement', 'disclosure', 'partner_service'] loop
    execute format('alter table %I force row level security', target);
  end loop;
end $$;

-- The walls. `app.family_reads` says which rows whoever acts for a student reads: of a caregiver 'family', of the student
-- 'family,student'. Of the trail a family reads that somebody at school opened the student's page, in which role.
do $$
declare
  made text := pg_get_functiondef('house.wall(regclass, text)'::regprocedure);
  last constant text := $sql$else raise exception 'there is no wall called %', kind;$sql$;
  refusals constant text := $sql$kind <> 'append'$sql$;
  walled record;
begin
  if position(last in made) = 0 then raise exception 'house.wall no longer ends as expected'; end if;
  if position(refusals in made) = 0 then raise exception 'house.wall no longer lets refusals through as expected'; end if;
  made := replace(made, refusals, $sql$kind not like 'append%'$sql$);
  execute replace(made, last, $sql$when 'school, partner, and what a family may read' then
      sees := format('%s and (%s or %s or (%s and family_sees = any (string_to_array(current_setting(''app.family_reads'', true), '',''))))',
        same_district, school, partner, family);
      writes := format('%s and (%s or %s)', same_district, school, partner);
    when 'school, partner, and readings of a family' then
      sees := format('%s and (%s or %s or (%s and family_sees = any (string_to_array(current_setting(''app.family_reads'', true), '',''))))',
        same_district, school, partner, family);
      writes := format('%s and (%s or %s or (%s and kind = ''family_view'' and family_sees = ''nobody''))', same_district, school, partner, family);
    when 'append, and who at school opened the page' then
      sees := format('%s and (%s or (%s and partner_id is null and kind in (''read'', ''print'') and name in (%s)))', same_district, school, family,
        '''coordination/student'', ''people/details'', ''consent/accounting'', ''family/explanation''');
      writes := same_district;
    $sql$ || last);
  for walled in select * from (values
    ('consent', 'school, partner, and what a family may read'),
    ('consent_answer', 'school, partner, and what a family may read'),
    ('consent_revocation', 'school, partner, and what a family may read'),
    ('consent_settlement', 'school, partner, and what a family may read'),
    ('disclosure', 'school, partner, and what a family may read'),
    ('audit_event', 'append, and who at school opened the page')) as list (target, kind)
  loop
    execute format('drop policy wall on %I', walled.target);
    perform house.wall(walled.target::regclass, walled.kind);
  end loop;
end $$;
select house.wall('disclosure_reading', 'school, partner, and readings of a family'), house.may('disclosure_reading', 'add');
create constraint trigger leaves_a_trace after insert or update or delete on disclosure_reading
  deferrable initially deferred for each row execute function house.leaves_a_trace('referral_id', 'student_id');
