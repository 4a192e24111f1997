import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { closeLink, findLink, holdLink } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { withdrawingLinkWords } from './link-words.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { holdAsking } from './store.ts'

/** A link that asks a caregiver is taken back: from the next request it opens nothing and takes no answer. */
export const withdrawLink = act({
  name: 'consent/withdraw-link',
  by: consentStaff,
  given: z.object({ linkId: id }),
  refusals: withdrawingLinkWords,
  async do(unit, { linkId }) {
    const asked = (await findLink(unit.tx, linkId)) ?? notFound()
    const asking = (await holdAsking(unit, asked.referralId ?? notFound())) ?? notFound()
    const subject = { type: 'family_link', id: linkId, studentId: asking.studentId }
    unit.permit(mayRecordConsent(unit.actor, asking), subject)
    const link = (await holdLink(unit, linkId)) ?? notFound()
    if (link.closedAt !== null) return refused(['has_ended'])
    closeLink(unit, link, 'withdrawn')
    return done({ referralId: asking.id })
  },
})
