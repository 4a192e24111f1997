-- A closed concern says who closed it, beside why and when. The trail holds it for those closed before.
alter table concern add column closed_by uuid, add foreign key (district_id, closed_by) references person;
comment on column concern.closed_by is 'Who closed it without a path.';
create index concern_closed on concern (district_id, ended_at desc, id desc) where state = 'closed';
