-- Before it says yes, a family reads what was agreed with an agency: the same row that judges each post of the agency. An
-- agreement says nothing of anybody. What another agency agreed stays closed to agencies, and all of it to the public page.
alter policy wall on agreement using (
  district_id = nullif(current_setting('app.district_id', true), '')::uuid
  and (current_setting('app.side', true) in ('school', 'system', 'family')
    or (current_setting('app.side', true) = 'partner' and partner_id = nullif(current_setting('app.partner_id', true), '')::uuid)));
