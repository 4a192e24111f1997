import { type Doer, inTransaction } from '#access/doer.ts'
import { addCalendarDays, calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { noticeStall } from './notice-stall.ts'
import { type KeptMeasures, keptOf, missedAt, nextMissAt } from './kept-clocks.ts'
import { modelThenOr } from './model-then.ts'
import { clocksOf, nextLookAt, runningAgain, standsAgain, stallsAt } from './stall.ts'
import { listLate } from './store.ts'
import { tellNext } from './tell-next.ts'
import { currentRevision, listWaiting, type LookedAt, saveLookedAt, type Watched } from './watch-store.ts'

/** How many referrals are looked at in one transaction. */
const most = 500
/** And in one round: the next one goes on where this one stopped. */
const turns = 100

/** Whether a stall of a referral is not kept yet. */
const isNew = ({ known }: Watched, clock: string, startedAt: Date) =>
  known.every(
    (breach) => breach.clock !== clock || new Date(breach.startedAt).getTime() !== startedAt.getTime(),
  )

const earliest = (moments: readonly (Date | undefined)[]): Date | null =>
  moments.filter((at) => at !== undefined).toSorted((one, other) => one.getTime() - other.getTime())[0] ??
  null

/** When the day begins on which a plan is looked at again, while that is still to come. */
function planDayAt({ againOn }: Watched, { calendar }: KeptMeasures, now: Date): Date | undefined {
  if (againOn === null) return undefined
  const begins = endOfCalendarDay(calendar, addCalendarDays(againOn, -1))
  return begins > now ? begins : undefined
}

/** What one look at a referral found: when it is looked at again, and whether something ran out. */
function lookAt(watched: Watched & Pick<LookedAt, 'readNextAt'>, measures: KeptMeasures, now: Date) {
  const clocks = clocksOf(watched, measures)
  const kept = keptOf(watched, measures)
  const stalls = stallsAt(clocks, now)
  const anew = runningAgain(watched, measures)
  const again = [...standsAgain(stalls, watched, dayOf(measures.calendar, now)), ...stallsAt(anew, now)]
  const isKept = [...stalls, ...missedAt(kept, now)].every(
    ({ clock, startedAt }) => !isNew(watched, clock, startedAt),
  )
  const stalled = again.length > 0 || !isKept
  const { id: referralId, studentId, version, readNextAt } = watched
  // What stalled is looked at again until it is kept: a process that ends in between loses nothing.
  const nextAt = stalled
    ? now
    : earliest([
        nextLookAt(clocks, now),
        nextLookAt(anew, now),
        nextMissAt(kept, now),
        planDayAt(watched, measures, now),
      ])
  return { row: { referralId, studentId, version, nextAt, readNextAt }, stalled }
}

/** Looks at the next referrals whose clocks have to be worked out. @returns how many, and which stalled */
async function lookOnce(doer: Doer): Promise<{ looked: number; stalled: string[] }> {
  const now = doer.clock.now()
  return inTransaction(doer, async (tx) => {
    const revision = await currentRevision(tx)
    const [waiting, calendar, model] = await Promise.all([
      listWaiting(tx, { revision, now, most }),
      calendarOf(tx),
      modelInForce(tx, now),
    ])
    const found = []
    for (const watched of waiting) {
      const modelThen = await modelThenOr(tx, watched.referredAt, model)
      found.push(lookAt(watched, { calendar, model, modelThen }, now))
    }
    if (found.length > 0)
      await saveLookedAt(
        tx,
        revision,
        found.map(({ row }) => row),
      )
    return {
      looked: found.length,
      stalled: found.filter(({ stalled }) => stalled).map(({ row }) => row.referralId),
    }
  })
}

/**
 * Finds every open referral of a district that stalled since it was looked at last, and escalates it. Each in
 * a transaction of its own, so that one that fails holds up no other: it is thrown after all were tried.
 */
export async function noticeAll(doer: Doer): Promise<number> {
  const failed: unknown[] = []
  let noticed = 0
  for (let turn = 0; turn < turns; turn += 1) {
    const { looked, stalled } = await lookOnce(doer)
    for (const referralId of stalled) {
      const outcome = await noticeStall.perform(doer, { referralId }).catch((error: unknown) => {
        failed.push(error)
        return undefined
      })
      if (outcome?.done === true) noticed += 1
    }
    if (looked < most) break
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} stalled referrals were not kept`)
  return noticed
}

/** Tells the next person of every escalation for which something is owed and late. */
export async function tellAll(doer: Doer): Promise<void> {
  const now = doer.clock.now()
  const late = await inTransaction(doer, (tx) => listLate(tx, now))
  const failed: unknown[] = []
  for (const escalationId of late)
    await tellNext.perform(doer, { escalationId }).catch((error: unknown) => failed.push(error))
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} stalled loops were told to nobody`)
}
