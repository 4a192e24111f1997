import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { choosablePartners } from './choosable-partners.ts'
import { redirectingStaff } from './redirect-referral.ts'
import { statusesOf } from './status-store.ts'
import { findReferral } from './store.ts'

/** What another agency is asked for, and which could take it. */
export const redirectionPage = look({
  name: 'referrals/redirection',
  by: redirectingStaff,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { referralId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(coversSchool(view.actor, referral.schoolId))
    const model = await modelInForce(view.tx, view.now)
    const partners = await choosablePartners(view)
    const last = (await statusesOf(view.tx, referral.id)).findLast(({ reason }) => reason !== null)
    const names = await studentNames(view.tx, [referral.studentId])
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    return {
      referral: { id: referral.id, number: referral.number, partnerId: referral.partnerId },
      studentName: names.get(referral.studentId) ?? '',
      partners,
      partnerName: partners.find((each) => each.id === referral.partnerId)?.name ?? null,
      reasons: choicesOf(model.reasons.body, 'decline').map(({ code, label }) => ({ code, label: label.en })),
      /** What the agency said, when it declined or gave the case back. */
      suggested: last === undefined ? null : { reason: last.reason, partnerId: last.suggestedPartnerId },
    }
  },
})
export type RedirectionData = Awaited<ReturnType<typeof redirectionPage.see>>
