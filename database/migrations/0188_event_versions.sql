-- What a later file says otherwise does not write over what an earlier one said: the earlier word is set aside, with when.
drop trigger leaves_a_trace on school_event;
alter table school_event no force row level security;
alter table school_event add column replaced_at timestamptz, add column change_id uuid;
update school_event set change_id = coalesce(import_id, id);
alter table school_event alter column change_id set not null;
alter table school_event force row level security;
comment on column school_event.replaced_at is 'Since when another word on the same event counts; null while this one does.';
comment on column school_event.change_id is 'What the trail speaks of: the file, or the event that was entered, which said this or set it aside.';
alter table school_event drop constraint school_event_district_id_kind_source_id_key;
create unique index school_event_once on school_event (district_id, kind, source_id) where replaced_at is null;
drop index school_event_of_student;
create index school_event_of_student on school_event (district_id, student_id, kind, starts_on) where not taken_back and replaced_at is null;
create constraint trigger leaves_a_trace after insert or update or delete on school_event
  deferrable initially deferred for each row execute function house.leaves_a_trace('change_id');
revoke update on school_event from throughline_app;
grant update (replaced_at, change_id) on school_event to throughline_app;
