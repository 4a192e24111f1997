-- On which referrals two have answered is asked on first screens: by this index alone.
create index consent_by_answerer on consent (district_id, referral_id, caregiver_id);
drop index consent_by_referral;
