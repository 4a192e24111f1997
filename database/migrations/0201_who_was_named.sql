-- A release names who may disclose and to whom (34 CFR 99.30(b)(3), 45 CFR 164.508(c)(1)(ii) and (iii), 42 CFR 2.31(a)). The
-- names as they were read to the family stand with its answer: an agency that is called otherwise later was not asked about.
alter table consent add column agency_named text, add column school_named text;
comment on column consent.agency_named is 'The agency by the name that was put into the questions; null when none was.';
comment on column consent.school_named is 'The school by the name it had when it asked; null when it had none.';

-- What the rows that are there were asked with: every version of the questions puts the short name of the agency in.
alter table consent disable trigger leaves_a_trace;
alter table consent no force row level security;
alter table partner no force row level security;
alter table referral no force row level security;
alter table school no force row level security;
update consent c set
  agency_named = (select p.short_name from partner p where p.district_id = c.district_id and p.id = c.partner_id),
  school_named = (select s.name from referral f join school s on s.district_id = f.district_id and s.id = f.school_id
    where f.district_id = c.district_id and f.id = c.referral_id);
alter table school force row level security;
alter table referral force row level security;
alter table partner force row level security;
alter table consent force row level security;
alter table consent enable trigger leaves_a_trace;
