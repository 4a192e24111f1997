-- A family that goes without help it was offered gives no reason for it.
do $$
declare named text;
begin
  select conname into strict named from pg_constraint where conrelid = 'practical_support'::regclass
    and contype = 'c' and pg_get_constraintdef(oid) like '%result IS NOT NULL%' and pg_get_constraintdef(oid) like '%''done''%';
  execute format('alter table practical_support drop constraint %I', named);
end $$;
alter table practical_support add constraint practical_support_reason_check
  check (outcome is null or outcome in ('done', 'family_declined') or result is not null);
