-- What was refused on the public pages is counted, and told once for each window: a flood leaves a trace and does not
-- grow the trail.
alter table ask_count add column refused int not null default 0 check (refused >= 0),
  add column refused_before int not null default 0 check (refused_before >= 0);
comment on column ask_count.refused is 'Requests refused in this window because there had been too many.';
comment on column ask_count.refused_before is 'The same in earlier windows, until they are forgotten.';
