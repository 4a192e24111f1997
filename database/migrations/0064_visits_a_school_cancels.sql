-- A visit is taken off by the school too: when a case ends with another plan because of a barrier, the family did not
-- cancel it and neither did the agency.
alter table appointment drop constraint appointment_result_check;
alter table appointment add constraint appointment_result_check check (
  result in ('attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider', 'cancelled_by_school', 'rescheduled'));
