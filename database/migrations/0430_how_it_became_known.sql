-- How an incident became known, a word of a list: what opened the record says only who wrote it. Of what was recorded before it
-- was asked it is not known.
alter table crisis_incident
  add column known_by text check (known_by in ('student_said', 'student_wrote', 'peer_said', 'family_said', 'staff_saw',
    'agency_said', 'office_said', 'screened', 'otherwise'));
comment on column crisis_incident.known_by is
  'How it became known at first, a word of a list. Null while nobody said.';
