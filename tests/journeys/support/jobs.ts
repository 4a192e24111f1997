import { Logger, runOnce, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Doer } from '#access/doer.ts'
import type { Job, JobPayload } from '#platform/jobs.ts'
import type { World } from '../../support/riverside.ts'

const quiet = new Logger(() => () => undefined)

/** Carries out everything that waits to be done, once, and stops. @throws when a job does not succeed */
export async function carryOutJobs({ login, asSystem }: World, jobs: readonly Job<Doer>[]): Promise<void> {
  const failed: Error[] = []
  const run = ({ name, run }: Job<Doer>) =>
    [
      name,
      async (payload: unknown) => {
        const given = payload as JobPayload
        await run(asSystem(given.district_id), given).catch((error: Error) => void failed.push(error))
      },
    ] as const
  const taskList: TaskList = Object.fromEntries(jobs.map(run))
  const pgPool = new pg.Pool({ ...login('worker'), max: 2 })
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined))
  await runOnce({ pgPool, taskList, noPreparedStatements: true, logger: quiet }).finally(() => pgPool.end())
  if (failed[0] !== undefined) throw failed[0]
}
