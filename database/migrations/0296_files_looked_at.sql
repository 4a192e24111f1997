-- Before a file of school days is taken in, somebody may look what it would change: that is logged beside those that were.
alter table school_event_import add previewed boolean not null default false;
comment on column school_event_import.previewed is 'Somebody only looked what it would change: nothing of it was taken in.';
