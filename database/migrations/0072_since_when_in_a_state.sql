-- What is owed on a referral counts from when its state was entered: that moment is kept, so that whoever touches the
-- referral in between moves nothing. Rows that were there take the latest of the moments they hold.
alter table referral add column state_since timestamptz;
comment on column referral.state_since is 'When the state it is in was entered: limits of what is owed count from here.';
alter table referral no force row level security;
alter table referral disable trigger user;
update referral f set state_since = greatest(referred_at, sent_at, received_at, accepted_at, scheduled_at,
  first_seen_at, ended_at, case when state in ('not_accepted', 'disengaged') then (select max(s.entered_at)
    from referral_status s where s.district_id = f.district_id and s.referral_id = f.id) end);
alter table referral enable trigger user;
alter table referral alter column state_since set not null;
alter table referral force row level security;
