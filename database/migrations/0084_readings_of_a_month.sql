-- The report of unusual readings looks at a month of them, in a trail that keeps everything.
create index audit_event_by_reading on audit_event (district_id, at)
  where kind in ('read', 'print', 'export') and student_id is not null;
