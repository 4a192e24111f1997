-- The one door from an act to the job queue: a job is added inside the act's own transaction, so an act that is undone
-- leaves none. Run after the queue's own migrations, by the migrator; safe to run again.
create or replace function house.enqueue(task text, payload jsonb, job_key text, run_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key)
$$;
comment on function house.enqueue is 'Adds a job to the queue in the transaction of the act that asked for it.';
alter function house.enqueue owner to throughline_worker;
revoke all on function house.enqueue from public;
grant execute on function house.enqueue to throughline_app;
