import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { addDisclosure, consentsForReferral, findGrantor, type Item, standingOf } from '#consent/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { findSchool } from '#district/contract.ts'
import { showPeople } from '#people/contract.ts'
import { id, optionalText, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayNavigate, navigatingStaff } from './navigate.ts'
import { moveReferral } from './move-referral.ts'
import { packetHash } from './packet.ts'
import { readPreview } from './packet-preview.ts'
import { addPacket } from './packet-store.ts'
import type { Referral } from './referral.ts'
import { referralSent } from './referral-happenings.ts'
import { obstaclesToPressing, obstaclesToSending, type SendingFacts } from './send-referral-rules.ts'
import { holdReferral } from './store.ts'
import { sendingWords } from './words-navigator.ts'

const Sending = z.object({
  referralId: id,
  caregiverPresent: yesNo('Say whether the caregiver is there'),
  absenceReason: optionalText(200),
  /** Hash of the preview that was read out. A machine may leave it out. */
  packetHash: z.string().max(64).optional(),
})

/** Whether whoever said yes may say it at this moment, whatever it was on the day of the yes. */
async function grantorMay(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { id: referralId, partnerId, studentId }: Referral,
): Promise<boolean | null> {
  if (partnerId === null) return null
  const consents = await consentsForReferral(tx, referralId)
  const standing = standingOf(consents, { scope: 'referral_disclosure', partnerId, now })
  if (standing.is !== 'in_force' || standing.consent.caregiverId === null) return null
  const grantor = await findGrantor(tx, studentId, standing.consent.caregiverId)
  return grantor?.authority === 'may_consent' && grantor.endedOn === null
}

/** Everything the judgement about sending looks at, read at this moment. */
export async function sendingFacts(unit: Pick<Unit, 'tx' | 'now'>, referral: Referral) {
  const { tx, now } = unit
  const [{ consents, gate, on, preview, toSend }, mayGrant, partner, school] = await Promise.all([
    readPreview(tx, referral, now),
    grantorMay(unit, referral),
    referral.partnerId === null ? undefined : findPartner(tx, referral.partnerId),
    findSchool(tx, referral.schoolId),
  ])
  const facts: SendingFacts = {
    referral,
    consents,
    grantorMay: mayGrant,
    partner,
    gateObstacles: gate?.obstacles ?? [],
    schoolLiveOn: school?.liveOn ?? null,
    identityAgreed: gate?.agreement?.schoolToPartner.includes('identity') ?? false,
    today: on,
    now,
  }
  return { facts, partner, gate, preview, toSend }
}

type Leaving = Awaited<ReturnType<typeof sendingFacts>>

/** The packet as it leaves, and the one row that says what crossed on whose word. */
function keepWhatLeaves(unit: Unit, referral: Referral, { facts, partner, toSend }: Leaving) {
  const partnerId = referral.partnerId as string
  const standing = standingOf(facts.consents, { scope: 'referral_disclosure', partnerId, now: unit.now })
  if (standing.is !== 'in_force' || partner?.route == null)
    throw new Error('Judged sendable without consent or route')
  const consentId = standing.consent.id
  const hash = packetHash(toSend)
  const packetId = addPacket(unit, {
    referral,
    partnerId,
    consentId,
    routeId: partner.route.id,
    content: toSend,
    hash,
  })
  addDisclosure(unit, {
    studentId: referral.studentId,
    referralId: referral.id,
    partnerId,
    consentId,
    direction: 'to_partner',
    items: Object.keys(toSend) as Item[],
    purpose: 'referral_and_follow_up',
  })
  return { packetId, consentId, routeId: partner.route.id }
}

/**
 * The referral leaves through the agency's one route, while the caregiver is there [R046]. Nothing about the
 * student reaches the agency before this, and this happens only with the family's yes [R030].
 */
export const sendReferral = act({
  name: 'referrals/send-referral',
  by: navigatingStaff,
  given: Sending,
  refusals: sendingWords,
  async do(unit, { referralId, caregiverPresent, absenceReason, packetHash: seen }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(mayNavigate(unit.actor, referral), subject)
    const leaving = await sendingFacts(unit, referral)
    const reason = absenceReason === '' ? undefined : absenceReason
    const current = packetHash(leaving.toSend).toString('hex')
    const obstacles = [
      ...obstaclesToSending(leaving.facts),
      ...obstaclesToPressing({ caregiverPresent, absenceReason: reason, seen, current }),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    const kept = keepWhatLeaves(unit, referral, leaving)
    const personIds = [referral.navigatorId, unit.actor.personId]
    await Promise.all([
      showPeople(unit, { partnerId: referral.partnerId as string, personIds }),
      moveReferral(unit, { referral, act: 'send', changes: { sentAt: unit.now } }),
    ])
    unit.record('referral.sent', subject, { ...kept, partnerId: referral.partnerId, caregiverPresent })
    await unit.tell(referralSent, {
      referralId: referral.id,
      caregiverPresent,
      absenceReason: reason ?? null,
    })
    return done({ id: referral.id, packetId: kept.packetId })
  },
})
