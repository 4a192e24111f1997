import pg from 'pg'
import { systemActor } from '#access/actor.ts'
import { addCalendarDays, type SchoolCalendar } from '#district/contract.ts'
import { noticeAll } from '#escalations/notice-all.ts'
import { type KeptMeasures, keptOf, missedAt } from '#escalations/kept-clocks.ts'
import { clocksOf, type StallFacts, stallsAt } from '#escalations/stall.ts'
import { shippedModel } from '#standards/contract.ts'
import { house } from '../src/compose.ts'
import { generateDistrict } from '../tests/riverside/large/generate.ts'
import { breakGround, type Ground } from './ground.ts'
import { cpuSeconds } from './measure.ts'

export type ClocksResult = {
  what: string
  count: number
  seconds: number
  cpuNode: number
  cpuDatabase: number
}

const rounded = (value: number) => Math.round(value * 100) / 100
const wanted = 100_000
const day = 86_400_000

/** A school year with its holidays: every clock walks over some of them. */
const calendar: SchoolCalendar = {
  timeZone: 'America/Los_Angeles',
  terms: [{ startsOn: '2026-08-17', endsOn: '2027-06-11' }],
  closures: Array.from({ length: 30 }, (_, at) => ({ on: addCalendarDays('2026-08-20', at * 9), label: '' })),
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, { opens: '07:30', closes: '17:00' }])),
}
const began = Date.UTC(2026, 8, 1, 16)

/** Referrals in every state in which a clock runs, begun at any minute of a quarter. */
function factsAt(at: number): StallFacts & Parameters<typeof keptOf>[0] {
  const moment = new Date(began + ((at * 7_919) % (90 * 1440)) * 60_000)
  const state = (['sent', 'received', 'accepted', 'scheduled', 'in_service'] as const)[at % 5] as string
  return {
    state,
    highNeed: at % 3 === 0,
    tier: null,
    firstReferredAt: moment,
    referredAt: moment,
    sentAt: moment,
    receivedAt: moment,
    acceptedAt: moment,
    scheduledAt: moment,
    firstSeenAt: state === 'in_service' ? moment : null,
    engagedAt: null,
    stateSince: moment,
    hasVisit: at % 2 === 0,
    lastWordAt: moment,
    mayTell: true,
    pauses: at % 20 === 0 ? [{ fromOn: '2026-10-05', throughOn: '2026-10-09' }] : [],
    handoff: null,
  }
}

/** Clocks worked out from their facts and judged, all of them due: the rules alone, without a database. */
function judgeClocks(): ClocksResult {
  // The rules ask for its versions and its words, and never for the ids of the rows it lies in.
  const model = shippedModel(new Date('2026-08-03T16:00:00Z')) as unknown as KeptMeasures['model']
  const measures = { calendar, model, modelThen: model }
  const now = new Date(began + 300 * day)
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  let count = 0
  for (let at = 0; count < wanted; at += 1) {
    const facts = factsAt(at)
    count += stallsAt(clocksOf(facts, measures), now).length + missedAt(keptOf(facts, measures), now).length
  }
  const { user, system } = process.cpuUsage(cpu)
  const seconds = rounded((performance.now() - start) / 1000)
  return {
    what: 'worked out and judged',
    count,
    seconds,
    cpuNode: rounded((user + system) / 1e6),
    cpuDatabase: 0,
  }
}

async function countOf(ground: Ground, text: string): Promise<number> {
  const admin = new pg.Client(ground.admin)
  await admin.connect()
  try {
    return (await admin.query<{ n: number }>(text)).rows[0]?.n ?? 0
  } finally {
    await admin.end()
  }
}

/** One round through a district, as the house makes it: what ran out is kept, and its lead is told. */
async function makeRound(
  ground: Ground,
  { districtId, now, what }: { districtId: string; now: Date; what: string },
): Promise<ClocksResult> {
  const doer = {
    db: ground.db,
    clock: { now: () => now },
    actor: systemActor(districtId),
    reactions: house.reactions,
  }
  const text = 'select count(*)::int as n from standard_breach'
  const before = await countOf(ground, text)
  // What connects later starts at nothing, and is asked for at the end.
  const pids = await ground.databasePids()
  const [cpu, database, start] = [process.cpuUsage(), await cpuSeconds(pids), performance.now()]
  await noticeAll(doer)
  const { user, system } = process.cpuUsage(cpu)
  return {
    what,
    count: (await countOf(ground, text)) - before,
    seconds: rounded((performance.now() - start) / 1000),
    cpuNode: rounded((user + system) / 1e6),
    cpuDatabase: rounded((await cpuSeconds(await ground.databasePids())) - database),
  }
}

/** What due clocks cost: the rules alone, and rounds through a district in which nobody was told of any. */
export async function measureClocks({ log }: { log: (line: string) => void }): Promise<ClocksResult[]> {
  const judged = judgeClocks()
  log(`${judged.count} clocks: ${judged.seconds} s`)
  const ground = await breakGround()
  try {
    const now = new Date()
    const { districtId } = await generateDistrict(ground.admin, { size: 'boston', now, keys: ground.keys })
    const first = await makeRound(ground, { districtId, now, what: 'found by a round, kept and told' })
    return [judged, first, await makeRound(ground, { districtId, now, what: 'the round after it' })]
  } finally {
    await ground.close()
  }
}
