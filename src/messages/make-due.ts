import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { decidersAt } from '#concerns/contract.ts'
import { calendarOf, dayOf, endOfCalendarDay, instantAt } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { modelInForce } from '#standards/contract.ts'
import { makeMessage } from './post-message.ts'
import { peopleForDigest, visitsToRemind } from './round-store.ts'
import type { NewMessage } from './store.ts'
import { dueWords } from './words.ts'

/** The digest of today for everybody something waits for, once its hour has come. */
async function digestsDue(tx: Transaction, now: Date, digestAt: string): Promise<NewMessage[]> {
  const calendar = await calendarOf(tx)
  const day = dayOf(calendar, now)
  const news = instantAt(calendar, day, digestAt)
  if (now < news) return []
  const deciders = await decidersAt({ tx, now })
  const until = endOfCalendarDay(calendar, day)
  const people = await peopleForDigest(tx, { day, news, until, now, deciders })
  return people.map((personId) => ({
    kind: 'digest',
    cause: 'digest',
    personId,
    caregiverId: null,
    subjectType: 'person',
    subjectId: personId,
    key: `digest/${personId}/${day}`,
  }))
}

/** A reminder for each family whose visit comes up and who agreed to messages [R057]. */
async function remindersDue(tx: Transaction, now: Date, hours: number): Promise<NewMessage[]> {
  const visits = await visitsToRemind(tx, { now, hours })
  return visits.map(({ appointmentId, caregiverId }) => ({
    kind: 'reminder',
    cause: 'visit',
    personId: null,
    caregiverId,
    subjectType: 'appointment',
    subjectId: appointmentId,
    key: `visit/${appointmentId}/${caregiverId}`,
  }))
}

/** The messages that follow from the time of day and not from an act, and are not there yet. */
export async function dueNow(tx: Transaction, now: Date): Promise<NewMessage[]> {
  const rules = (await modelInForce(tx, now)).message_rules.body
  const digests = await digestsDue(tx, now, rules.digestAt)
  return [...digests, ...(await remindersDue(tx, now, rules.remindHoursBefore))]
}

/** Makes them. Two rounds at once make each of them once. */
export const makeDue = act({
  name: 'messages/make-due',
  by: ['system'],
  given: z.object({}),
  refusals: dueWords,
  async do(unit) {
    unit.permit(true)
    let made = 0
    for (const message of await dueNow(unit.tx, unit.now)) if (await makeMessage(unit, message)) made += 1
    return made === 0 ? refused(['nothing_due']) : done({ made })
  },
})
