-- The library of scenarios is a standard of the district, in versions. Districts that are there begin with the sample that ships.
-- The owner passes the wall and the guard for this one statement, and it applies from when the model itself began.
alter table standard no force row level security;
alter table standard disable trigger leaves_a_trace;
insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
select m.district_id,
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5('drills' || m.district_id::text), 1, 3)
    || '8' || substr(md5('drills' || m.district_id::text), 4, 15))::uuid,
  'drills', 1, m.began, jsonb_build_object('scenarios', jsonb_build_array(
    jsonb_build_object('code', 'words_in_class', 'title', 'Words in a class',
      'says', 'A student says something in class that alarms the teacher. Others heard it. Ten minutes of the lesson are left.',
      'asks', 'Who stays with the student? Who takes the others? How does the lead hear of it, and what if the lead is away?'),
    jsonb_build_object('code', 'after_school', 'title', 'A message after school',
      'says', 'A friend shows an adult a message that a student sent. School has ended, and nobody knows where the student is.',
      'asks', 'Which number is called first? Who calls the caregiver, and what if nobody answers? What is written down, and by whom?'),
    jsonb_build_object('code', 'back_at_school', 'title', 'Back at school',
      'says', 'A student comes back after a stay away from school for their safety. Nobody told the teachers, and it is the first lesson.',
      'asks', 'Who should have known? What may a teacher be told? Who meets the family, and on which day?'))), true,
  'Shipped with Throughline', now()
from (select district_id, min(in_force_from) as began from standard group by 1) m;
alter table standard enable trigger leaves_a_trace;
alter table standard force row level security;
