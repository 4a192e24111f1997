-- The register of federal, state and local rules: who looks after each, when it is looked at again, and which agreements
-- implement it. A rule is never edited; what was found when it was looked at is a row of its own.
create table legal_rule (
  district_id uuid not null references district,
  id uuid not null,
  level text not null check (level in ('federal', 'state', 'local')),
  title text not null check (length(title) between 1 and 200),
  source text not null check (length(source) between 1 and 300),
  owner_id uuid not null,
  review_on date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, added_by) references person (district_id, id)
);
comment on table legal_rule is 'A federal, state or local rule the district works by. Never edited.';
comment on column legal_rule.district_id is 'Tenant.';
comment on column legal_rule.id is 'UUIDv7 made by the application.';
comment on column legal_rule.level is 'Federal, state or local.';
comment on column legal_rule.title is 'What it is called.';
comment on column legal_rule.source is 'Where it stands.';
comment on column legal_rule.owner_id is 'Who looks after it.';
comment on column legal_rule.review_on is 'When it is first looked at again.';
comment on column legal_rule.added_by is 'Who wrote it down.';
comment on column legal_rule.added_at is 'When.';
select house.wall('legal_rule', 'school'), house.may('legal_rule', 'add'), house.traced('legal_rule');

create table legal_rule_review (
  district_id uuid not null references district,
  id uuid not null,
  rule_id uuid not null,
  found text not null check (length(found) between 1 and 2000),
  next_review_on date not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, rule_id) references legal_rule (district_id, id),
  foreign key (district_id, reviewed_by) references person (district_id, id)
);
comment on table legal_rule_review is 'One time somebody looked at a rule of the register again. Never edited.';
comment on column legal_rule_review.district_id is 'Tenant.';
comment on column legal_rule_review.id is 'UUIDv7 made by the application.';
comment on column legal_rule_review.rule_id is 'The rule.';
comment on column legal_rule_review.found is 'What was found.';
comment on column legal_rule_review.next_review_on is 'When it is looked at the next time.';
comment on column legal_rule_review.reviewed_by is 'Who looked.';
comment on column legal_rule_review.reviewed_at is 'When.';
create index legal_rule_review_by_rule on legal_rule_review (district_id, rule_id, reviewed_at);
select house.wall('legal_rule_review', 'school'), house.may('legal_rule_review', 'add'),
  house.traced('legal_rule_review', 'rule_id');

create table agreement_rule (
  district_id uuid not null references district,
  agreement_id uuid not null,
  rule_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (district_id, agreement_id, rule_id),
  foreign key (district_id, agreement_id) references agreement (district_id, id),
  foreign key (district_id, rule_id) references legal_rule (district_id, id),
  foreign key (district_id, linked_by) references person (district_id, id)
);
comment on table agreement_rule is 'A rule of the register that an agreement implements.';
comment on column agreement_rule.district_id is 'Tenant.';
comment on column agreement_rule.agreement_id is 'The agreement.';
comment on column agreement_rule.rule_id is 'The rule.';
comment on column agreement_rule.linked_by is 'Who said so.';
comment on column agreement_rule.linked_at is 'When.';
select house.wall('agreement_rule', 'school'), house.may('agreement_rule', 'add'), house.traced('agreement_rule', 'rule_id');
