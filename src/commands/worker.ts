import type pg from 'pg'
import { systemActor } from '#access/actor.ts'
import { fileAnchor } from '#access/seal/anchor.ts'
import { openSealer, startSealing } from '#access/seal/sealer.ts'
import type { SignIn } from '#access/sign-in/sign-in.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { RolePasswords } from '#platform/database/roles.ts'
import { startJobs } from '#platform/jobs.ts'
import type { Mail } from '#platform/mail.ts'
import type { Texts } from '#platform/texts.ts'
import { house, jobsOf } from '../compose.ts'
import { besideOf } from '../installation.ts'
import { tidy, sendNotices, watchGates, checkLost, makeRounds } from './worker-store.ts'

export type WorkerOptions = {
  db: Db
  login(role: keyof RolePasswords): pg.PoolConfig
  clock: Clock
  dataDir: string
  baseUrl: string
  mail: Mail
  texts: Texts
  door: SignIn
  log(line: { what: string; error: Error }): void
}

const hour = 3_600_000

/** How often notices are sent that a mail server did not take at first. */
const betweenNotices = 60_000

/** How often the house makes its round: what ran out is known in seconds, also after a standstill. */
const betweenRounds = 10_000

/** Does something now and again after each pause. */
function every(pause: number, work: () => Promise<unknown>, log: (error: Error) => void): NodeJS.Timeout {
  const once = () => void work().catch(log)
  once()
  return setInterval(once, pause)
}

/** What is asked for again and again: tidying each hour, and rounds through what stalls and what goes out. */
function startRounds(db: Db, log: WorkerOptions['log']): { stop(): void } {
  const say = (what: string) => (error: Error) => log({ what, error })
  const timers = [
    every(hour, () => db.ask(tidy, {}), say('tidying')),
    every(hour, () => db.ask(checkLost, {}), say('looking for whoever is lost')),
    every(betweenNotices, () => db.ask(sendNotices, {}), say('notices')),
    every(betweenRounds, () => db.ask(makeRounds, {}), say('rounds')),
  ]
  return { stop: () => timers.forEach(clearInterval) }
}

/** The side of the house that works by itself: jobs, and the sealing of the trail. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { db, login, clock, dataDir, mail, texts, door, log } = options
  const doerFor = (districtId: string) => ({
    db,
    clock,
    reactions: house.reactions,
    actor: systemActor(districtId),
  })
  await db.ask(watchGates, {})
  const jobs = await startJobs({
    connection: login('worker'),
    jobs: [...jobsOf({ mail, texts, url: options.baseUrl }), ...door.jobs],
    doerFor,
    log: ({ job, error }) => log({ what: job, error }),
  })
  const rounds = startRounds(db, log)
  const sealer = openSealer(login('sealer'))
  const { roots, ...notes } = besideOf(dataDir)
  const sealing = startSealing({
    sealer,
    clock,
    anchor: fileAnchor(roots),
    notes,
    log: (error) => log({ what: 'sealing', error }),
  })
  return {
    async stop() {
      rounds.stop()
      await jobs.stop()
      await sealing.stop()
      await sealer.close()
    },
  }
}
