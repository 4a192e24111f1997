-- The trail is asked for one person's changes of today, at each look at Today, and for nothing else by person. Looks are
-- a hundred times as many: in this index they were read through each time, and written to it for nobody.
create index audit_event_changes_of_person on audit_event (district_id, person_id, at) where kind = 'change';
drop index audit_event_by_person;
