-- A plan to come back that was agreed on is changed as a new version beside the one before, or set aside; and a return that does not
-- hold comes to an end by a decision with its reason.
-- A sheet is of an incident; its plan is the version in force.
alter table return_sheet
  drop constraint return_sheet_district_id_incident_id_fkey,
  add foreign key (district_id, incident_id) references crisis_incident (district_id, id);
alter table return_plan
  drop constraint return_plan_district_id_incident_id_key,
  drop constraint return_plan_state_check,
  drop constraint return_plan_check,
  drop constraint return_plan_check1,
  drop constraint return_plan_check3;
alter table return_plan
  add constraint return_plan_state_check check (state in ('due', 'agreed', 'returned', 'stable', 'not_needed', 'ended', 'replaced')),
  add constraint return_plan_ended check ((state in ('stable', 'not_needed', 'ended', 'replaced')) = (ended_at is not null)
    and (ended_at is null) = (ended_by is null)),
  add constraint return_plan_agreed check ((agreed_at is null) = (agreed_by is null)
    and case state when 'due' then agreed_at is null when 'not_needed' then true else agreed_at is not null end),
  add constraint return_plan_says_why check (state not in ('not_needed', 'ended', 'replaced') or not_needed_because is not null);
create unique index return_plan_one_in_force on return_plan (district_id, incident_id) where state <> 'replaced';
comment on column return_plan.state is
  'Owed, agreed, the student is back, stable, not needed, ended before it held, or replaced by a newer version.';
comment on column return_plan.not_needed_because is
  'Why no plan is needed, why it ended before it held, or why a newer version replaced it, in words, sealed.';
comment on column return_plan.opened_at is 'When the incident was closed, or the version before was replaced.';
