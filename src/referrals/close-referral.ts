import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { cancelVisits } from './cancel-visits.ts'
import { closingFacts } from './closing-facts.ts'
import {
  attributions,
  type Closing,
  endings,
  familyChannels,
  familyVoices,
  obstaclesToClosing,
  visitsAfter,
} from './closing-rules.ts'
import { addEnding, type SignOff } from './closing-store.ts'
import { type ClosingObstacle, closingObstacleWords } from './closing-words.ts'
import { referralEnded } from './happenings.ts'
import { leaveAgency } from './leave-agency.ts'
import { moveReferral } from './move-referral.ts'
import { mayClose } from './policy.ts'
import type { Referral } from './referral.ts'
import { findResponsibility } from './responsibility-store.ts'
import { holdReferral } from './store.ts'

const Closure = z.object({
  referralId: id,
  ending: choice(endings, 'Say how it ends'),
  attributedTo: choice(attributions).optional(),
  reason: z.string().max(60).optional(),
  plan: optionalText(1000),
  exitCriterion: z.string().max(60).optional(),
  stepDown: optionalText(1000),
  askedBy: choice(familyVoices).optional(),
  channel: choice(familyChannels).optional(),
  destination: optionalText(200),
})

const filled = (typed: string | undefined) => (typed === '' ? undefined : typed)

const closingFrom = ({ ending, attributedTo, ...given }: z.output<typeof Closure>): Closing => ({
  ending,
  attributedTo: ending === 'family_choice' ? 'family_choice' : attributedTo,
  reason: filled(given.reason),
  plan: filled(given.plan),
  exitCriterion: filled(given.exitCriterion),
  stepDown: filled(given.stepDown),
  askedBy: given.askedBy,
  channel: given.channel,
  destination: filled(given.destination),
})

type Ended = { closing: Closing; signOffs: readonly SignOff[]; leftOn: string | null }

/** Keeps only what belongs to this ending: a plan nobody chose is not a plan. */
function keep(unit: Unit, referral: Referral, { closing, signOffs, leftOn }: Ended) {
  const connected = closing.ending === 'connected'
  const plan = closing.ending === 'alternative_plan'
  const chosen = closing.ending === 'family_choice'
  const moved = closing.ending === 'moved'
  const signOff = signOffs.findLast(({ ending }) => ending === closing.ending)
  addEnding(unit, referral, {
    ending: closing.ending,
    attributedTo: connected || moved ? null : (closing.attributedTo ?? null),
    reason: plan ? (closing.reason ?? null) : null,
    plan: plan ? (closing.plan ?? null) : null,
    exitCriterion: connected ? (closing.exitCriterion ?? null) : null,
    stepDown: connected ? (closing.stepDown ?? null) : null,
    signedOffBy: signOff?.signedBy ?? null,
    askedBy: chosen ? (closing.askedBy ?? null) : null,
    channel: chosen ? (closing.channel ?? null) : null,
    destination: moved ? (closing.destination ?? null) : null,
    leftOn: moved ? leftOn : null,
  })
}

/** Without a connection no visit is left to go to, nobody answers for treatment, and the agency hears so. */
async function endWithout(unit: Unit, referral: Referral, closing: Closing) {
  const result = visitsAfter(closing)
  if (result === undefined) return
  await cancelVisits(unit, referral, result)
  await leaveAgency(unit, referral, 'ended')
}

/** The named person closes the case, with the proof its ending needs [R073] [R154] [R158]. */
export const closeReferral = act({
  name: 'referrals/close-referral',
  by: careTeam,
  given: Closure,
  refusals: closingObstacleWords,
  async do(unit, given) {
    const [held, responsible] = await Promise.all([
      holdReferral(unit, given.referralId),
      findResponsibility(unit.tx, given.referralId),
    ])
    const referral = held ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayClose(unit.actor, referral, responsible), subject)
    const closing = closingFrom(given)
    const facts = await closingFacts(unit, referral)
    const obstacles: ClosingObstacle[] = obstaclesToClosing(closing, facts)
    if (obstacles.length > 0) return refused(obstacles)

    keep(unit, referral, { closing, ...facts })
    await endWithout(unit, referral, closing)
    await moveReferral(unit, { referral, act: 'close', changes: { endedAt: unit.now } })
    unit.record('referral.closed', subject, { ending: closing.ending, attributedTo: closing.attributedTo })
    await unit.tell(referralEnded, {
      referralId: referral.id,
      studentId: referral.studentId,
      schoolId: referral.schoolId,
      ending: closing.ending,
    })
    return done({ referralId: referral.id, studentId: referral.studentId })
  },
})
