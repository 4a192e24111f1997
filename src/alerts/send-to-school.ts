import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertAbouts } from './alert.ts'
import { send, standingNow } from './crossing.ts'
import { alertersAtAgency, mayAlertAtAgency } from './policy.ts'
import { obstaclesToAlerting } from './rules.ts'
import { findServed } from './served-store.ts'
import { alertsOfReferral } from './store.ts'
import { alertingWords } from './words.ts'

/** An agency tells the school that a student of both needs more support, by a word of a list [R009]. */
export const sendToSchool = act({
  name: 'alerts/send-to-school',
  by: alertersAtAgency,
  given: z.strictObject({ referralId: id, about: choice(alertAbouts) }),
  refusals: alertingWords,
  async do(unit, { referralId, about }) {
    const { tx, actor } = unit
    const referral = (await findServed(tx, referralId)) ?? notFound()
    if (!mayAlertAtAgency(actor, referral)) notFound()
    unit.permit(true, { type: 'referral', id: referral.id, studentId: referral.studentId })
    const alert = { about, direction: 'to_school' } as const
    const { consentId, agreed } = await standingNow(unit, referral, alert.direction)
    const alerts = await alertsOfReferral(tx, referral.id)
    const because = obstaclesToAlerting(alert, { shared: consentId !== undefined, agreed, alerts })
    if (because.length > 0 || consentId === undefined) return refused(because)
    return done({ alertId: send(unit, { referral, consentId, ...alert }) })
  },
})
