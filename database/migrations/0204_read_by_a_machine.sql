-- What a machine of an agency took in is told apart in the ledger from what a person there opened.
alter table disclosure_reading
  drop constraint disclosure_reading_kind_check,
  drop constraint disclosure_reading_check,
  add constraint disclosure_reading_kind_check
    check (kind in ('portal_view', 'portal_list', 'machine_view', 'print', 'export', 'family_view')),
  add constraint disclosure_reading_check
    check (kind not in ('portal_view', 'portal_list', 'machine_view') or num_nonnulls(referral_id, partner_id, consent_id) = 3);
comment on column disclosure_reading.kind is
  'Opened at the agency, met there in a list, taken in by a machine of it, printed, exported, or read by the family.';
