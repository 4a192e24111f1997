-- An agency that holds a referral hears that it ended however that came about: by a choice of the family, a move or another
-- plan too. It is told that it ended, and not how.
alter table stop_notice drop constraint stop_notice_because_check;
alter table stop_notice add constraint stop_notice_because_check check (because in ('consent_revoked', 'withdrawn', 'ended'));
comment on column stop_notice.because is 'The family took consent back, it withdrew from the referral, or the referral ended otherwise.';
