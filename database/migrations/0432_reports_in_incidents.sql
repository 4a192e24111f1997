-- A report the law makes a duty may be made while an incident runs: the record of it says in which. The incident itself has no word of
-- it, so that only who may read the report learns from the incident that there is one.
alter table consent_exception
  add column reported_in_id uuid,
  add foreign key (district_id, reported_in_id) references crisis_incident (district_id, id),
  add constraint consent_exception_reported_in check (reported_in_id is null or basis = 'mandated_report');
comment on column consent_exception.reported_in_id is
  'The incident during which a report was made that the law makes a duty; null for every other telling.';
create index consent_exception_by_reported_in on consent_exception (district_id, reported_in_id) where reported_in_id is not null;
