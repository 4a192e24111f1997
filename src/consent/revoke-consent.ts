import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type Consent, type Scope, scopes } from './consent.ts'
import { consentRevoked } from './happenings.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { standingOf } from './rules.ts'
import { addRevocation, consentsForReferral, findReferralOf, holdAsking } from './store.ts'
import { revokingWords } from './words.ts'

export const channels = ['phone', 'in_person', 'text', 'email', 'letter'] as const

const Revocation = z.object({
  consentId: id,
  askedBy: text(120, 'Say who asked'),
  channel: choice(channels, 'Say how they asked'),
  /** Only what this record says, or everything this agency may do with this referral. */
  extent: choice(['this_record', 'everything']).default('this_record'),
})

const holdsNow = (consent: Consent, now: Date) => consent.revokedAt === null && now < consent.endsAt

/** The questions whose yes is about to stop holding because of these records. */
const endingWith = (all: readonly Consent[], ending: readonly Consent[], now: Date): Scope[] =>
  scopes.filter((scope) => {
    const standing = standingOf(all, { scope, partnerId: (ending[0] as Consent).partnerId, now })
    return standing.is === 'in_force' && ending.some(({ id: one }) => one === standing.consent.id)
  })

async function endAll(unit: Unit, ending: readonly Consent[], said: { askedBy: string; channel: string }) {
  const revocation = { ...said, by: unit.actor.personId as string, at: unit.now }
  for (const consent of ending) {
    addRevocation(unit, consent, revocation)
    const { id: consentId, studentId, referralId, partnerId } = consent
    unit.record(
      'consent.revoked',
      { type: 'consent', id: consentId, studentId },
      { referralId, partnerId, channel: said.channel },
    )
  }
}

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
    const stopping = endingWith(all, ending, unit.now)
    await endAll(unit, ending, said)
    await unit.tell(consentRevoked, {
      referralId: asking.id,
      studentId: asking.studentId,
      partnerId: meant.partnerId,
      scopes: stopping,
    })
    return done({ consentIds: ending.map((each) => each.id), referralId: asking.id })
  },
})
