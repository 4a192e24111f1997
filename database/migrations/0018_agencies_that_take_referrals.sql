-- An agency that cannot take a referral names another that might (the wall of 0016 hid those from it). It reads, like
-- families and the public page, the agencies that take referrals; notes, agreements and routes of others stay closed.
alter policy wall on partner using (
  district_id = nullif(current_setting('app.district_id', true), '')::uuid
  and (current_setting('app.side', true) in ('school', 'system')
    or (current_setting('app.side', true) = 'partner' and id = nullif(current_setting('app.partner_id', true), '')::uuid)
    or (current_setting('app.side', true) in ('partner', 'public', 'family') and onboarded_at is not null and ended_at is null)));
