-- A session on a device that others use too ends sooner, and its browser is not known afterwards.
alter table auth.session_place add column shared boolean not null default false;
comment on column auth.session_place.shared is 'Whether others use the device too: the session then ends after five minutes of rest, and after an hour.';
