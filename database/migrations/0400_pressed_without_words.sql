-- Who was told and where a student is can be pressed on a device without a network, which keeps no words. An entry that says
-- them afterwards speaks of the one that was pressed.
alter table crisis_entry
  drop constraint crisis_entry_check3,
  add constraint crisis_entry_speaks_of check (case
    when kind in ('response_result', 'departure_explained', 'departure_reviewed') then about_id is not null
    else about_id is null or kind in ('caregiver_told', 'caregiver_not_told', 'handed_over') end);
