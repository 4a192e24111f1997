import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { inForce } from './gate.ts'
import { consentsForReferral, findAsking, findReferralOf } from './store.ts'

/** One consent that is about to be ended, and what else holds with the same agency. */
export const revocationPage = look({
  name: 'consent/revocation',
  by: consentStaff,
  given: z.object({ consentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'consent'] },
  async see(view, { consentId }) {
    const referralId = (await findReferralOf(view.tx, consentId)) ?? notFound()
    const asking = (await findAsking(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(mayRecordConsent(view.actor, asking))
    const all = await consentsForReferral(view.tx, asking.id)
    const consent = all.find((each) => each.id === consentId) ?? notFound()
    const holding = inForce(all, { partnerId: consent.partnerId, now: view.now })
    view.saw({ type: 'consent', id: consent.id, studentId: asking.studentId })
    return {
      consentId,
      referral: asking,
      holds: consent.revokedAt === null && view.now < consent.endsAt,
      ending: holding.filter((each) => each.consent.id === consentId).map(({ scope }) => scope),
      others: holding.filter((each) => each.consent.id !== consentId).map(({ scope }) => scope),
      grantorName: consent.grantorName,
      timeZone: (await calendarOf(view.tx)).timeZone,
      now: view.now,
    }
  },
})
export type RevocationData = Awaited<ReturnType<typeof revocationPage.see>>
