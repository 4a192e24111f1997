-- The public page of a school counts its latest requests before it takes another.
create index concern_asked_lately on concern (district_id, school_id, received_at) where source in ('student', 'caregiver');
