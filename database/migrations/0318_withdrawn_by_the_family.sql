-- A family withdraws a referral on its own page, and it is kept that it said so there.
alter table referral_ending drop constraint referral_ending_channel_check,
  add constraint referral_ending_channel_check check (channel in
    ('phone', 'in_person', 'text', 'email', 'letter', 'family_page'));
