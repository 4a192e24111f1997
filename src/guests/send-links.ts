import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, mayNavigate, navigatingStaff } from '#referrals/contract.ts'
import { beginGuestLinks } from './begin-links.ts'
import { contactsOf } from './contact-store.ts'
import { sendingWords } from './guest-words.ts'

/** Whoever at the agency answers by link is sent a new one: the old one was lost, or ran out. */
export const sendLinks = act({
  name: 'guests/send-links',
  by: navigatingStaff,
  given: z.object({ referralId: id }),
  refusals: sendingWords,
  async do(unit, { referralId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const { studentId, partnerId, sentAt, endedAt } = referral
    unit.permit(mayNavigate(unit.actor, referral), { type: 'referral', id: referralId, studentId })
    if (partnerId === null || sentAt === null || endedAt !== null) return refused(['not_at_agency'])
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const contacts = await contactsOf(unit.tx, { partnerId, on, now: unit.now })
    if (contacts.length === 0) return refused(['no_contact'])
    if ((await gateOf(unit.tx, partnerId, on)).obstacles.length > 0) return refused(['gate_closed'])
    await beginGuestLinks(unit, { id: referralId, studentId, partnerId }, contacts)
    return done({ referralId })
  },
})
