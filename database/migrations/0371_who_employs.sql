-- Who employs somebody who works here. It decides whose record they make: what a school's employee writes is an education record,
-- what an agency's clinician keeps for the agency is its health record. Whoever works at a school for somebody else is let in as the
-- school's own people are (34 CFR 99.31(a)(1)(i)(B)): while the agency works with the district, and with a last day.
alter table assignment
  add column employer text check (employer in ('school', 'partner', 'contractor')),
  add column employed_by uuid,
  add foreign key (district_id, employed_by) references partner (district_id, id),
  add constraint employed_by_an_agency check (employed_by is null or (employer = 'partner' and partner_id is null)),
  add constraint partner_is_named check (employer is distinct from 'partner' or coalesce(partner_id, employed_by) is not null),
  add constraint contract_has_an_end check (employer is distinct from 'contractor' or partner_id is not null or ends_on is not null),
  add constraint family_is_employed_by_nobody check (student_id is null or (employer is null and employed_by is null));
comment on column assignment.employer is
  'Who employs them there: the school district, a partner agency, or a contractor. Null where the role says it: at an agency the agency, else the district; a family nobody.';
comment on column assignment.employed_by is 'The agency that employs whoever works at a school for the school.';
create index assignment_employed_by on assignment (district_id, employed_by) where employed_by is not null;

-- When the agency's work with the district ends, what its people do at schools ends with it, at the next request.
do $$
declare
  each regprocedure;
  made text;
  ends constant text := 'r.id = a.partner_id';
begin
  foreach each in array array['house.standings_of(uuid, timestamptz)', 'house.standing_of_token(uuid, bytea, timestamptz)']::regprocedure[]
  loop
    made := pg_get_functiondef(each);
    if position(ends in made) = 0 then raise exception '% no longer asks the agency as expected', each; end if;
    execute replace(made, ends, 'r.id = coalesce(a.partner_id, a.employed_by)');
  end loop;
end $$;
