-- The standards of the model that stall nothing by themselves are kept as missed too: the same-day handoff, the same-week
-- first visit, and whether care goes on after a month. A referral nobody looked at since is looked at once more.
alter table standard_breach drop constraint standard_breach_clock_check;
alter table standard_breach add constraint standard_breach_clock_check check (clock in
  ('high_need_intake', 'not_received', 'not_accepted', 'not_scheduled', 'not_seen', 'silent',
    'warm_handoff', 'assessment', 'one_month'));
delete from stall_watch;
