-- A visit by video has a kind, and somebody made sure that the student has a room where nobody hears.
alter table appointment
  add column private_space boolean not null default false,
  drop constraint appointment_modality_check,
  add constraint appointment_modality_check check (modality in
    ('in_person', 'on_campus', 'home', 'telehealth', 'telepsychiatry', 'telepsychology'));
comment on column appointment.modality is 'At the agency, on campus, at home, or by video: telehealth, telepsychiatry, telepsychology.';
comment on column appointment.private_space is 'For a visit by video: whether it was made sure that the student has a private room.';
alter table visit_offer
  drop constraint visit_offer_modality_check,
  add constraint visit_offer_modality_check check (modality in
    ('in_person', 'on_campus', 'home', 'telehealth', 'telepsychiatry', 'telepsychology'));
comment on column visit_offer.modality is 'At the agency, on campus, at home, or by video: telehealth, telepsychiatry, telepsychology.';
comment on column partner.modalities is 'in_person, on_campus, home, telehealth, telepsychiatry, telepsychology.';
-- Visits by video come first to students at risk who have no service nearby: why, and what is missing nearby, is kept.
alter table referral
  add column video_first_reason text check (video_first_reason in ('high_need', 'missed_school', 'waits_too_long', 'crisis_before')),
  add column video_first_gap text check (video_first_gap in ('no_local_service', 'no_local_room', 'no_way_there', 'no_local_language')),
  add column video_first_by uuid,
  add column video_first_at timestamptz,
  add constraint referral_video_first_whole check (num_nulls(video_first_reason, video_first_gap, video_first_by, video_first_at) in (0, 4)),
  add foreign key (district_id, video_first_by) references person (district_id, id);
comment on column referral.video_first_reason is 'Why visits by video come first for this student; null where nobody said so.';
comment on column referral.video_first_gap is 'What is missing nearby.';
comment on column referral.video_first_by is 'Who said so.';
comment on column referral.video_first_at is 'When.';
