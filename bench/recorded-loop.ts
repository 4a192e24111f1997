import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Clock, standingClock } from '#platform/clock.ts'
import { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { createWeb } from '../src/commands/web.ts'
import { riversideId } from '../tests/riverside/places.ts'
import { hireCrew } from './crew.ts'
import { evening, morning, visit } from './day.ts'
import type { Recorded } from './floor.ts'
import type { Ground } from './ground.ts'
import { recordWrites } from './record.ts'
import type { Pupil } from './town.ts'
import { walkToClose, walkToVisit } from './walk.ts'

const places = ['person', 'assignment', 'school', 'partner', 'standard', 'intake_route', 'agreement']
const more = ['legal_sign_off', 'partner_service', 'access_token', 'district_key']
const known = statement((_: object) =>
  sql.raw<{ id: string }>(
    `${[...places, ...more].map((table) => `select id from ${table}`).join(' union all ')} union all select district_id from district`,
  ),
)
const numberOf = statement(
  ($: { district: string; id: string }) =>
    sql<{ number: number }>`select number from referral where district_id = ${$.district} and id = ${$.id}`,
)
const system = { districtId: riversideId, side: 'system' } as const

/** The house in this process, so that what it writes can be noted. */
async function openHouse(ground: Ground, clock: Clock) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tl-record-'))
  const db = new Db({ ...ground.login('app'), max: 1 }, ground.keys)
  const web = await createWeb({
    db,
    login: ground.login,
    clock,
    dataDir,
    secret: 'a secret for recording one loop',
    demo: false,
    baseUrl: '',
    mail: { send: async () => undefined, close: () => undefined },
    log: () => undefined,
  })
  const address = new URL(await web.app.listen({ host: '127.0.0.1', port: 0 }))
  return {
    address,
    async close() {
      await web.close()
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * Walks one loop through the same addresses as the measured ones, with every write noted: the kept answer of
 * each request and the trail among them.
 */
export async function recordLoop(ground: Ground, pupil: Pupil): Promise<Recorded> {
  const clock = standingClock(morning)
  const before = await ground.db.transaction(system, (tx) => tx.all(known, {}))
  const house = await openHouse(ground, clock)
  const crew = await hireCrew(house.address, { db: ground.db, now: morning })
  let referralId = ''
  const transactions = await recordWrites(async () => {
    const halfway = await walkToVisit(crew, pupil, visit)
    referralId = halfway.referralId
    clock.set(evening)
    await walkToClose(crew, halfway)
  })
  crew.leave()
  await house.close()
  const { number } = await ground.db.transaction(system, (tx) =>
    tx.one(numberOf, { district: riversideId, id: referralId }),
  )
  return { transactions, known: new Set(before.map(({ id }) => id)), ...pupil, number }
}
