import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertAbouts } from './alert.ts'
import { send, standingNow } from './crossing.ts'
import { alertersAtSchool, mayAlertAtSchool } from './policy.ts'
import { obstaclesToAlerting } from './rules.ts'
import { servedOf } from './served-store.ts'
import { alertsOfReferral } from './store.ts'
import { alertingWords } from './words.ts'

/** The school tells an agency that a student of both needs more support, by a word of a list [R009]. */
export const sendToAgency = act({
  name: 'alerts/send-to-agency',
  by: alertersAtSchool,
  given: z.object({ studentId: id, referralId: id, about: choice(alertAbouts) }),
  refusals: alertingWords,
  async do(unit, { studentId, referralId, about }) {
    const { tx, actor } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const referral = (await servedOf(tx, student.id)).find(({ id: of }) => of === referralId) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: student.id }
    unit.permit(mayAlertAtSchool(actor, referral), subject)
    const alert = { about, direction: 'to_partner' } as const
    const { consentId, agreed } = await standingNow(unit, referral, alert.direction)
    const alerts = await alertsOfReferral(tx, referral.id)
    const because = obstaclesToAlerting(alert, { shared: consentId !== undefined, agreed, alerts })
    if (because.length > 0 || consentId === undefined) return refused(because)
    return done({ alertId: send(unit, { referral, consentId, ...alert }) })
  },
})
