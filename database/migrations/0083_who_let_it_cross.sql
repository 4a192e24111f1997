-- The accounting of disclosures names who let something cross. Rows from before this migration do not say.
alter table disclosure
  add column made_by uuid,
  add column made_as text,
  add foreign key (district_id, made_by) references person;
comment on column disclosure.made_by is 'Who let it cross; null where nobody did it by hand, and for what crossed before this was kept.';
comment on column disclosure.made_as is 'The role they acted in.';
