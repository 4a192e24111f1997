import type pg from 'pg'

type Job = { id: string; key: string | null; name: string; payload: Record<string, unknown> }

/** A job that fails waits so long before it is tried again. */
const again = 120_000
const jobs = 'graphile_worker._private_jobs'

/**
 * Carries out what the queue of the house holds and is due by the clock of a walk, each job once. As the
 * real one does it, a job that runs lets go of its key, so that a timer it sets anew is another job; one
 * that fails stays.
 */
export async function workOff(
  admin: pg.Client,
  now: () => Date,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const { rows } = await admin.query<Job>(
    `select j.id, j.key, t.identifier as name, j.payload from ${jobs} j
     join graphile_worker._private_tasks t on t.id = j.task_id where j.run_at <= $1 order by j.run_at, j.id limit 200`,
    [now()],
  )
  for (const job of rows) {
    const later = new Date(now().getTime() + again)
    await admin.query(`update ${jobs} set key = null, run_at = $2 where id = $1`, [job.id, later])
    const ended = await run(job).then(
      () => true,
      () => false,
    )
    if (ended) await admin.query(`delete from ${jobs} where id = $1`, [job.id])
    else
      await admin.query(
        `update ${jobs} set key = $2 where id = $1 and not exists (select from ${jobs} other where other.key = $2)`,
        [job.id, job.key],
      )
  }
}
