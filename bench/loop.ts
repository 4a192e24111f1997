import pg from 'pg'
import { standingClock } from '#platform/clock.ts'
import { Db } from '#platform/database/database.ts'
import { reactions } from '#access/happening.ts'
import { wiring } from '../src/wiring.ts'
import { actorOf } from '../tests/riverside/cast.ts'
import { families } from '../tests/riverside/families.ts'
import { Walk } from '../tests/riverside/stories/walk.ts'
import { clientOf } from './client.ts'
import { measureFloor, type Recorded } from './floor.ts'
import { breakGround, type Ground } from './ground.ts'
import { atOnce, cpuSeconds } from './measure.ts'
import { recordWrites } from './record.ts'
import { startSite } from './site.ts'
import { buildTown, type Pupil, tokenOf } from './town.ts'
import { type Crew, walkToClose, walkToVisit } from './walk.ts'

/** A school morning; the visit is that afternoon, and the second half of each loop happens after it. */
const morning = new Date('2026-10-13T16:00:00Z')
const evening = new Date('2026-10-14T01:00:00Z')
const visit = { on: '2026-10-13', at: '15:00' }
const mostSeconds = 60

export type LoopResult = {
  connections: number
  loopsPerSecond: number
  floorPerSecond: number
  loopToFloor: number
  nodeCpuPerLoop: number
  databaseCpuPerLoop: number
}

/**
 * Ids that stand in the rows of a loop but were there before it: the people, places and standards it speaks
 * of.
 */
async function knownIds(ground: Ground): Promise<Set<string>> {
  const client = new pg.Client(ground.admin)
  await client.connect()
  const tables = [
    'person',
    'assignment',
    'school',
    'partner',
    'standard',
    'intake_route',
    'agreement',
    'legal_sign_off',
    'partner_service',
  ]
  const { rows } = await client.query<{ id: string }>(
    `${tables.map((table) => `select id from ${table}`).join(' union all ')} union all select district_id from district`,
  )
  await client.end()
  return new Set(rows.map(({ id }) => id))
}

/** Walks one loop in this process with every write noted. */
async function recordLoop(ground: Ground): Promise<Recorded> {
  const clock = standingClock(morning)
  const db = new Db({ ...ground.login('app'), max: 1 })
  const known = await knownIds(ground)
  const teller = {
    being: (...key: Parameters<typeof actorOf>) => ({
      db,
      clock,
      reactions: reactions(wiring),
      actor: actorOf(...key),
    }),
    at: (moment: Date) => clock.set(moment),
  }
  const walk = new Walk(teller, 'emma')
  const transactions = await recordWrites(async () => {
    await walk.at(morning).raise('Quieter than before.')
    await walk.decide('b')
    await walk.talk()
    await walk.consent()
    await walk.send()
    await walk.receive()
    await walk.arrange({ on: visit.on, at: visit.at })
    await walk.accept()
    await walk.at(evening).result('attended')
    await walk.feedback()
    await walk.close()
  })
  await db.close()
  const { rows } = await ground.db.transaction(
    { districtId: teller.being('maya').actor.districtId, side: 'system' },
    async (tx) =>
      tx.connection.query<{ number: number }>('select number from referral where id = $1', [walk.referralId]),
  )
  return {
    transactions,
    known,
    studentId: families.emma.id,
    caregiverId: walk.caregiver.id,
    number: rows[0]?.number ?? 0,
  }
}

async function walkAll(
  crew: Crew,
  { ground, pupils, connections }: { ground: Ground; pupils: Pupil[]; connections: number },
) {
  const queue = [...pupils]
  const halfway: { referralId: string; appointmentId: string }[] = []
  await ground.setClock(morning)
  const first = await atOnce(connections, {
    seconds: mostSeconds,
    async work() {
      const pupil = queue.pop()
      if (pupil === undefined) return false
      halfway.push(await walkToVisit(crew, pupil, visit))
      return true
    },
  })
  await ground.setClock(evening)
  const second = await atOnce(connections, {
    seconds: mostSeconds,
    async work() {
      const half = halfway.pop()
      if (half === undefined) return false
      await walkToClose(crew, half)
      return true
    },
  })
  return { loops: second.done, seconds: first.seconds + second.seconds }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

async function measureAt(
  connections: number,
  {
    ground,
    pupils,
    crew,
    recorded,
    sitePid,
  }: { ground: Ground; pupils: Pupil[]; crew: Crew; recorded: Recorded; sitePid: number },
): Promise<LoopResult> {
  const pids = await ground.databasePids()
  const before = { node: (await cpuSeconds([sitePid])) ?? 0, database: (await cpuSeconds(pids)) ?? 0 }
  const half = Math.floor(pupils.length / 2)
  const walked = await walkAll(crew, { ground, pupils: pupils.slice(0, half), connections })
  const after = { node: (await cpuSeconds([sitePid])) ?? 0, database: (await cpuSeconds(pids)) ?? 0 }
  const rest = pupils.slice(half)
  let number = 1_000_000 + connections * 100_000
  const next = () => {
    const pupil = rest.pop()
    return pupil && { ...pupil, number: (number += 1) }
  }
  const floor = await measureFloor(ground.login('app'), { recorded, connections, seconds: mostSeconds, next })
  const loopsPerSecond = walked.loops / walked.seconds
  return {
    connections,
    loopsPerSecond: rounded(loopsPerSecond),
    floorPerSecond: floor.perSecond,
    loopToFloor: rounded(loopsPerSecond / floor.perSecond),
    nodeCpuPerLoop: rounded((after.node - before.node) / walked.loops),
    databaseCpuPerLoop: rounded((after.database - before.database) / walked.loops),
  }
}

/** Closed loops a second through HTTP beside the floor of the same run, at each number of connections. */
export async function measureLoop({
  at = [1, 8, 32],
  perConnections = 120,
  log,
}: {
  at?: number[]
  perConnections?: number
  log: (line: string) => void
}): Promise<LoopResult[]> {
  const ground = await breakGround()
  try {
    await ground.setClock(morning)
    const pupils = await buildTown(ground.db, { pupils: at.length * perConnections * 2, now: morning })
    const recorded = await recordLoop(ground)
    log(
      `A loop is ${recorded.transactions.length} transactions and ${recorded.transactions.reduce((sum, { writes }) => sum + writes.length, 0)} writing statements`,
    )
    const site = await startSite(ground.environment)
    const open = async (key: 'joan' | 'daniel' | 'maya' | 'noor') =>
      clientOf(site.address, { token: await tokenOf(ground.db, key, morning), connections: 64 })
    const crew: Crew = {
      teacher: await open('joan'),
      counselor: await open('daniel'),
      navigator: await open('maya'),
      intake: await open('noor'),
    }
    const results: LoopResult[] = []
    for (const [position, connections] of at.entries()) {
      const share = pupils.slice(position * perConnections * 2, (position + 1) * perConnections * 2)
      results.push(await measureAt(connections, { ground, pupils: share, crew, recorded, sitePid: site.pid }))
      log(
        `${connections} connections: ${results.at(-1)?.loopsPerSecond} loops/s, floor ${results.at(-1)?.floorPerSecond}`,
      )
    }
    for (const client of Object.values(crew)) client.close()
    await site.stop()
    return results
  } finally {
    await ground.close()
  }
}
