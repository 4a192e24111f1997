import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { staffAt } from '#concerns/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { subjectOf, type SupportAlert } from './alert.ts'
import { setTimer, standingNow } from './crossing.ts'
import { nextToTell, schoolRungs } from './rules.ts'
import { findServed, type Served } from './served-store.ts'
import { findAlert, saveRung } from './store.ts'
import { agencyRungs, insertAlertTold, toldOfAlert } from './told-store.ts'
import { timerWords } from './words.ts'

/** By when somebody has it, by the standard in force. Of a referral that ended nothing makes it sooner. */
async function answerBy({ tx, now }: Unit, referral: Served | undefined): Promise<Date> {
  const highNeed = referral?.highNeed ?? false
  const { time_standards: times } = await modelInForce(tx, now)
  const started = { clock: 'alert_answer', startedAt: now, highNeed } as const
  return dueAt(await calendarOf(tx), times.body, started).dueAt
}

/** Everybody who can answer, in the order they are told. */
async function rungsOf({ tx, now }: Unit, alert: SupportAlert): Promise<{ id: string }[][]> {
  const about = [alert.studentId]
  if (alert.direction === 'to_partner')
    return agencyRungs(tx, { partner: alert.partnerId, referral: alert.referralId, about, now })
  const at = { schoolId: alert.schoolId, about, now }
  return Promise.all(schoolRungs.map((roles) => staffAt(tx, { ...at, roles })))
}

/** What goes to the agency stops with the referral and the family's yes; the school's own stays to answer. */
const isStopped = async (unit: Unit, { direction }: SupportAlert, referral: Served | undefined) =>
  direction === 'to_partner' &&
  (referral === undefined || (await standingNow(unit, referral, direction)).consentId === undefined)

/** Tells the next ones, or everybody once more. @returns the rung it stands on now and how many were told */
async function tellOf(unit: Unit, alert: SupportAlert) {
  const told = await toldOfAlert(unit.tx, alert.id)
  const subject = { type: 'support_alert', id: alert.id }
  const next = nextToTell(await rungsOf(unit, alert), { rung: alert.rung, told: new Set(told) })
  const people = next?.people.map(({ id: personId }) => personId) ?? told
  for (const personId of people) {
    const { id: alertId, studentId: student, referralId: referral } = alert
    if (next !== undefined)
      insertAlertTold(unit, { alert: alertId, person: personId, referral, student, rung: next.rung })
    const again = next === undefined ? ({ again: true } as const) : {}
    await unit.tell(personTold, { personId, kind: 'support_alert.told', subject, ...again })
  }
  unit.record(next === undefined ? 'alert.told_again' : 'alert.told', subjectOf(alert), {
    alertId: alert.id,
    people,
  })
  return { rung: next?.rung ?? alert.rung, people: people.length }
}

/**
 * Whoever can answer an alert is told; unanswered by its time, the next ones are, and after the last
 * everybody once more, until somebody has it [R009].
 */
export const tellNext = act({
  name: 'alerts/tell-next',
  by: ['system'],
  given: z.object({ alertId: id }),
  refusals: timerWords,
  async do(unit, { alertId }) {
    const alert = (await findAlert(unit.tx, alertId)) ?? notFound()
    unit.permit(true, subjectOf(alert))
    if (alert.acknowledgedAt !== null) return refused(['answered'])
    const referral = await findServed(unit.tx, alert.referralId)
    if (await isStopped(unit, alert, referral)) return refused(['stopped'])
    if (alert.answerDueAt > unit.now) return refused(['not_due'])
    const { rung, people } = await tellOf(unit, alert)
    const due = await answerBy(unit, referral)
    saveRung(unit, alert, { rung, due })
    setTimer(unit, alert.id, due)
    return done({ rung, people })
  },
})
