-- A concern that was not decided in its time is told, once: to whom it waits for, and to whoever leads. With the due time and
-- the standard that stand beside it, this is what is kept of a missed triage.
alter table concern add column late_told_at timestamptz;
comment on column concern.late_told_at is 'When it was told that the time for its decision ran out; null before.';
alter table concern add constraint concern_late_told_check check (late_told_at >= due_at);
create index concern_late on concern (district_id, due_at, id)
  where state in ('submitted', 'acknowledged') and late_told_at is null;
-- News of a record is looked for by the record: whether it was told, and once it says nothing any more.
create index notice_by_subject on notice (district_id, subject_id);
