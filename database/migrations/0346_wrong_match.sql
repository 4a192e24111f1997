-- A notice that was matched to the wrong student is moved off them, and a teacher may be asked again, of somebody else.
alter table care_notice_signal drop constraint care_notice_signal_pkey,
  add primary key (district_id, notice_id, person_id, student_id);
