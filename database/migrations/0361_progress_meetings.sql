-- Every two to four weeks a meeting looks at how all students in service do together, and speaks of some of them. It is a review
-- like the others: a list, what was said of each line, tasks, who took part. What was counted when it began is kept with it.
alter table weekly_review drop constraint weekly_review_kind_check, drop constraint weekly_review_check1,
  add column figures jsonb,
  add constraint weekly_review_kind_check check (kind in ('referrals', 'care', 'progress')),
  add constraint weekly_review_consented_check check ((kind <> 'referrals') = (not_consented is not null)),
  add constraint weekly_review_figures_check check ((kind = 'progress') = (figures is not null));
comment on column weekly_review.kind is
  'It goes through open referrals, through the caseloads of care coordination, or it is a meeting about progress.';
comment on column weekly_review.not_consented is
  'Of the students agencies serve there: how many without a yes to care coordination. They are on no list.';
comment on column weekly_review.figures is 'Of a meeting about progress: counts of students in service by school, as it began.';
