import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './alert.ts'
import { standingNow } from './crossing.ts'
import { alertersAtAgency, mayAlertAtAgency } from './policy.ts'
import { findServed } from './served-store.ts'
import { findAlert, takeAlert } from './store.ts'
import { answeringWords } from './words.ts'

/** Somebody at the agency says that they have an alert of the school, while they may read it [R009]. */
export const acknowledgeAtAgency = act({
  name: 'alerts/acknowledge-at-agency',
  by: alertersAtAgency,
  given: z.strictObject({ referralId: id, alertId: id }),
  refusals: answeringWords,
  async do(unit, { referralId, alertId }) {
    const { tx, actor } = unit
    const referral = (await findServed(tx, referralId)) ?? notFound()
    const alert = (await findAlert(tx, alertId)) ?? notFound()
    if (!mayAlertAtAgency(actor, referral) || alert.referralId !== referral.id) notFound()
    unit.permit(true, subjectOf(alert))
    if (alert.direction !== 'to_partner') return refused(['other_side'])
    const { consentId } = await standingNow(unit, referral, 'to_partner')
    if (consentId === undefined) return refused(['stopped'])
    if (!(await takeAlert(unit, alert.id))) return refused(['answered_already'])
    unit.record('alert.acknowledged', subjectOf(alert), { alertId })
    return done({ alertId })
  },
})
