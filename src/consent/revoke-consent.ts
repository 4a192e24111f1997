import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { endConsents, holdsNow } from './end-consents.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { consentsForReferral, findReferralOf, holdAsking } from './store.ts'
import { revokingWords } from './words.ts'

export const channels = ['phone', 'in_person', 'text', 'email', 'letter'] as const

const Revocation = z.object({
  consentId: id,
  askedBy: text(120, 'Say who asked'),
  channel: choice(channels, 'Say how they asked'),
  /** Only what this record says, or everything this agency may do with this referral. */
  extent: choice(['this_record', 'everything']).default('this_record'),
})

/** The family changes its mind. Sharing stops at this instant, and the agency is told so [R130]. */
export const revokeConsent = act({
  name: 'consent/revoke-consent',
  by: consentStaff,
  given: Revocation,
  refusals: revokingWords,
  async do(unit, { consentId, extent, ...said }) {
    const referralId = (await findReferralOf(unit.tx, consentId)) ?? notFound()
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    unit.permit(mayRecordConsent(unit.actor, asking), {
      type: 'referral',
      id: asking.id,
      studentId: asking.studentId,
    })
    const all = await consentsForReferral(unit.tx, asking.id)
    const meant = all.find((each) => each.id === consentId) ?? notFound()
    if (!holdsNow(meant, unit.now)) return refused(['already_ended'])
    const ending =
      extent === 'everything'
        ? all.filter((each) => each.partnerId === meant.partnerId && holdsNow(each, unit.now))
        : [meant]
    await endConsents(unit, { asking, known: all, ending, said })
    return done({ consentIds: ending.map((each) => each.id), referralId: asking.id })
  },
})
