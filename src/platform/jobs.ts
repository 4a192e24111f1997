import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'

/** What a job is given: the ids it was enqueued with, and always the district. */
export type JobPayload = Readonly<Record<string, unknown>> & { readonly district_id: string }

/**
 * One kind of job. It may run more than once for one request, so doing it twice must be the same as doing it
 * once.
 */
export type Job<D> = { readonly name: string; run(doer: D, payload: JobPayload): Promise<void> }

/** The queue's own chatter holds payloads: it is not logged. What fails is, by us. */
const quiet = new Logger(() => () => undefined)

export type JobLog = (line: { job: string; error: Error }) => void

const isPayload = (given: unknown): given is JobPayload =>
  typeof given === 'object' && given !== null && typeof (given as JobPayload).district_id === 'string'

export type JobOptions<D> = {
  /** Of the worker role, which owns the queue's tables. */
  connection: pg.PoolConfig
  jobs: readonly Job<D>[]
  /** Who acts for a district when no person does. */
  doerFor(districtId: string): D
  log: JobLog
}

/** A connection that breaks is replaced at the next use; without a listener it would end the process. */
function poolOf(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 4, application_name: 'throughline jobs', ...connection })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The jobs as the queue calls them: each by its name, with a payload that may be anything. */
const tasksOf = <D>({ jobs, doerFor, log }: Omit<JobOptions<D>, 'connection'>): TaskList =>
  Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        if (!isPayload(payload)) throw new Error(`A job ${job.name} came without its district`)
        await job.run(doerFor(payload.district_id), payload).catch((error: Error) => {
          log({ job: job.name, error })
          throw error
        })
      },
    ]),
  )

/** Starts carrying out jobs. */
export async function startJobs<D>({
  connection,
  ...how
}: JobOptions<D>): Promise<{ stop(): Promise<void> }> {
  const pool = poolOf(connection)
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasksOf(how),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet,
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}
