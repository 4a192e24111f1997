-- Written protocols and guidelines stand in versions beside what people keep to, and are acknowledged the same way: by whoever was
-- trained in the version in force. Nothing is closed to whoever was not, so that house.terms_audience stays as it is.
alter table privacy_terms drop constraint privacy_terms_audience_check,
  add constraint privacy_terms_audience_check
    check (audience in ('teacher', 'school', 'partner', 'care_coordination', 'wraparound', 'on_campus'));
comment on table privacy_terms is 'One version of what an audience acknowledges about privacy, or of a protocol or guideline. Never edited.';
comment on column privacy_terms.audience is
  'Who reads it: teachers, everybody else at school, people of an agency; or which protocol or guideline it is.';
-- Districts that are there begin with the samples that ship, as a new one does. The owner passes the wall and the guard for this.
alter table privacy_terms no force row level security;
alter table privacy_terms disable trigger leaves_a_trace;
insert into privacy_terms (district_id, id, audience, version, lines, valid_days, sample, in_force_from, published_at)
select d.district_id,
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5(g.guide || d.district_id::text), 1, 3)
    || '8' || substr(md5(g.guide || d.district_id::text), 4, 15))::uuid,
  g.guide, 1, g.lines, 365, true, now(), now()
from (select distinct district_id from privacy_terms) d
cross join (values
  ('care_coordination', array[
    'Every student who is served has one person at school who coordinates, and the family knows who it is.',
    'We coordinate only with agencies the family said yes to, and only about dates and who does what.',
    'We look at every student on the caseload once a week, and what is decided has a name and a day.',
    'A barrier that is named becomes help somebody owes, until it is done or was not possible.']),
  ('wraparound', array[
    'The family chooses who is on the team, and may end the team or a membership at any time.',
    'The caregiver and the student are part of the team, and hear everything that is planned.',
    'Each member knows their part of the plan, and no more of it than the family agreed to.',
    'The plan says what the team does for the student, by whom and by when. It says nothing of treatment.']),
  ('on_campus', array[
    'I work to the standard of my own clinic, and follow the rules of the school for visitors and rooms.',
    'I see a student at the times agreed with the teacher, in a room where nobody hears us.',
    'What is said in care stays in the record of my agency. The school hears what the family agreed to.',
    'In danger I follow the crisis standard of the school, and call the lead at once.'])) as g(guide, lines);
alter table privacy_terms enable trigger leaves_a_trace;
alter table privacy_terms force row level security;
