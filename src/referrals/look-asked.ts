import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { listPartners } from '#directory/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { furtherRequestsOf } from './further-store.ts'
import { mayNavigate } from './navigate.ts'
import { mayCareFor } from './policy.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { isLate, sameWeekOf } from './same-week.ts'
import { findReferral } from './store.ts'
import { offersOf, visitsOf } from './visit-store.ts'

/** What an agency asks the school: times to put to the family, and further referrals to open. */
export const lookAsked = look({
  name: 'referrals/asked',
  by: careTeam,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['visits'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(mayCareFor(actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const partners = new Map((await listPartners(tx)).map((partner) => [partner.id, partner]))
    const known = view.knows('visits')
    const visits = known ? await visitsOf(tx, referral.id) : []
    const offers = known ? await offersOf(tx, referral.id) : []
    const calendar = await calendarOf(tx)
    const { lateAt } = await sameWeekOf(tx, referral, calendar)
    const { reasons } = await modelInForce(tx, now)
    const requests = await furtherRequestsOf(tx, referral.id)
    return {
      now,
      calendar,
      referral,
      studentName: (await studentNames(tx, [referral.studentId])).get(referral.studentId) ?? '',
      partnerName: partners.get(referral.partnerId ?? '')?.shortName ?? '',
      mayAnswer: mayNavigate(actor, referral),
      booked: visits.find(({ result }) => result === null),
      offers: offers
        .filter(({ startsAt, appointmentId }) => appointmentId === null && startsAt > now)
        .map((offer) => ({ ...offer, late: isLate({ ...offer, referral, lateAt }) })),
      barriers: choicesOf(reasons.body, 'barrier').map(({ code, label }) => ({
        value: code,
        label: label.en,
      })),
      requests,
    }
  },
})
export type SeenAsked = Awaited<ReturnType<typeof lookAsked.see>>
