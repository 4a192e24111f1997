import type { Unit } from '#access/unit.ts'
import { type Consent, type Scope, scopes } from './consent.ts'
import { consentRevoked } from './happenings.ts'
import { standingOf } from './rules.ts'
import { addRevocation } from './store.ts'

export const holdsNow = (consent: Consent, now: Date) => consent.revokedAt === null && now < consent.endsAt

/** The questions whose yes is about to stop holding because of these records. */
const endingWith = (all: readonly Consent[], ending: readonly Consent[], now: Date): Scope[] =>
  scopes.filter((scope) => {
    const standing = standingOf(all, { scope, partnerId: (ending[0] as Consent).partnerId, now })
    return standing.is === 'in_force' && ending.some(({ id: one }) => one === standing.consent.id)
  })

type Ending = {
  asking: { id: string; studentId: string }
  /** Every answer on the referral. */
  known: readonly Consent[]
  /** Those that end: of one agency, at least one. */
  ending: readonly Consent[]
  said: { askedBy: string; channel: string }
}

/** Ends records of one referral at this instant, with their traces, and tells what stops [R130]. */
export async function endConsents(unit: Unit, { asking, known, ending, said }: Ending): Promise<void> {
  const stopping = endingWith(known, ending, unit.now)
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
  const { partnerId } = ending[0] as Consent
  await unit.tell(consentRevoked, {
    referralId: asking.id,
    studentId: asking.studentId,
    partnerId,
    scopes: stopping,
  })
}
