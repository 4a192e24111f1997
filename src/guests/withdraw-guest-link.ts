import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate, navigatingStaff } from '#referrals/contract.ts'
import { withdrawingWords } from './guest-words.ts'
import { closeGuestLink, findGuestLink, holdGuestLink } from './link-store.ts'

/** A link for an agency is taken back: from the next request on it opens nothing, and who came in is out. */
export const withdrawGuestLink = act({
  name: 'guests/withdraw-guest-link',
  by: navigatingStaff,
  given: z.object({ guestLinkId: id }),
  refusals: withdrawingWords,
  async do(unit, { guestLinkId }) {
    const { referralId, studentId } = (await findGuestLink(unit, guestLinkId)) ?? notFound()
    const referral = (await findReferral(unit.tx, unit.actor, referralId)) ?? notFound()
    unit.permit(mayNavigate(unit.actor, referral), { type: 'guest_link', id: guestLinkId, studentId })
    const link = (await holdGuestLink(unit, guestLinkId)) ?? notFound()
    if (link.closedAt !== null) return refused(['has_ended'])
    closeGuestLink(unit, link, 'withdrawn')
    return done({ referralId })
  },
})
