import { type Doer, inTransaction } from '#access/doer.ts'
import { tellLateConcerns } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { keepAllMissed, noticeAll, tellAll } from '#escalations/contract.ts'
import { keepCheck } from './keep-check.ts'
import { type Lack, lacking } from './lost.ts'
import { latestChecks } from './lost-check-store.ts'
import { openRecords } from './lost-store.ts'
import { passLost } from './pass-lost.ts'
import { settleLost } from './settle-lost.ts'
import { tellLost } from './tell-lost.ts'

/** From this hour on the look of a day is due: while nobody works, and before anybody begins. */
const hourOfNight = 2

/** What the house may put right by itself: never a choice that is somebody’s to make. */
async function repair(doer: Doer, { record, need }: Lack): Promise<void> {
  const { type, id } = record
  if (type === 'referral' && need === 'next_action') await settleLost.perform(doer, { referralId: id })
  if (type === 'referral' && need === 'owner' && !record.ownerAway)
    await passLost.perform(doer, { referralId: id })
  if (type === 'incident' && need === 'clock') await tellLost.perform(doer, { incidentId: id })
}

/** A repair that fails leaves what was missing as it is: it is found once more, and said. */
async function repairAll(doer: Doer, lacks: readonly Lack[]): Promise<unknown[]> {
  const failed: unknown[] = []
  const tried = (work: Promise<unknown>) => work.catch((error: unknown) => failed.push(error))
  for (const lack of lacks) await tried(repair(doer, lack))
  if (lacks.some(({ need }) => need === 'clock')) {
    await tried(noticeAll(doer))
    await tried(tellAll(doer))
    await tried(tellLateConcerns(doer))
  }
  return failed
}

/**
 * Looks through everything open in a district, puts right what it may, and keeps what was found.
 * @throws AggregateError when a repair failed, after everything was tried and kept
 */
export async function checkLost(doer: Doer) {
  const now = doer.clock.now()
  const before = lacking(await inTransaction(doer, (tx) => openRecords(tx, now)))
  const failed = await repairAll(doer, before)
  await keepAllMissed(doer, 'night').catch((error: unknown) => failed.push(error))
  const outcome = await keepCheck.perform(doer, { before })
  if (!outcome.done) throw new Error('A look through what is open was not kept')
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} repairs did not end well`)
  return outcome.result
}

/** Whether the look of this night is still to be made. */
export async function isCheckDue(doer: Doer): Promise<boolean> {
  const now = doer.clock.now()
  return inTransaction(doer, async (tx) => {
    const calendar = await calendarOf(tx)
    const [last] = await latestChecks(tx, 1)
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', {
        timeZone: calendar.timeZone,
        hour: '2-digit',
        hourCycle: 'h23',
      }).format(now),
    )
    return hour >= hourOfNight && last?.day !== dayOf(calendar, now)
  })
}
