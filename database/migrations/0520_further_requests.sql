-- An agency that asks for a further referral tells the school that it asks, on the family's yes to status and dates. Which service it
-- asked for, and which agency it suggested, said what was found: no family was asked about that. Both are taken out of every request
-- and are asked for no more. They are emptied before they are dropped: a dropped column alone leaves its bytes in the rows.
-- The trail keeps what the trail has: its events are sealed, so that a request made before this says there what it said then. A
-- referral that was opened keeps its service: the school opened it with the family and a consent of its own.
alter table further_request
  alter column service_sought drop not null,
  drop constraint further_request_service_sought_check;
alter table further_request disable trigger leaves_a_trace;
alter table further_request no force row level security;
update further_request set service_sought = null, suggested_partner_id = null;
alter table further_request force row level security;
alter table further_request enable trigger leaves_a_trace;
alter table further_request drop column service_sought, drop column suggested_partner_id;
comment on table further_request is
  'An agency that treats a student asks for a referral to another one, and says neither for what nor to whom; the school opens it with a consent of its own.';
