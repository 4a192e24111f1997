-- Ended referrals are listed by when they ended, the newest first. Open ones stand in none of this.
create index referral_ended on referral (district_id, ended_at desc, id desc) where ended_at is not null;
