import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { personNames, studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { closingFacts } from './closing-facts.ts'
import { type ClosingFacts, endings, obstaclesToClosing } from './closing-rules.ts'
import { findEnding, signOffsOf } from './closing-store.ts'
import { mayCareFor, mayClose, maySignOff } from './policy.ts'
import { findResponsibility } from './responsibility-store.ts'
import { findReferral } from './store.ts'

/** A closing that is not filled in yet: what stands in its way whatever is typed. */
const blank = {
  attributedTo: undefined,
  reason: undefined,
  plan: undefined,
  exitCriterion: undefined,
  stepDown: undefined,
  askedBy: undefined,
  channel: undefined,
  destination: undefined,
}
/** Obstacles a form clears by itself when it is filled in. */
const typed: ReadonlySet<string> = new Set([
  'exit_criterion_missing',
  'step_down_missing',
  'plan_missing',
  'attribution_missing',
  'reason_missing',
  'voice_missing',
  'channel_missing',
  'destination_missing',
])

/** For each ending, what stands in the way that no form can clear. */
const blockedBy = (facts: ClosingFacts) =>
  Object.fromEntries(
    endings.map((ending) => [
      ending,
      obstaclesToClosing({ ...blank, ending }, facts).filter((code) => !typed.has(code)),
    ]),
  ) as Record<(typeof endings)[number], ReturnType<typeof obstaclesToClosing>>

/**
 * The loop of a referral, and every way it can end: what is confirmed, what is owed, who may close [R073]
 * [R158].
 */
export const lookClosing = look({
  name: 'referrals/closing',
  by: careTeam,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['clinical_responsibility'] },
  async see(view, { referralId }) {
    const { tx, actor } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(mayCareFor(actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const facts = await closingFacts(view, referral)
    const { reasons, tiers } = await modelInForce(tx, view.now)
    const held = await findResponsibility(tx, referral.id)
    const closer = view.knows('clinical_responsibility') ? held?.closerName : undefined
    const navigators = await personNames(tx, [referral.navigatorId])
    const list = (name: 'barrier' | 'decline') =>
      choicesOf(reasons.body, name).map(({ code, label }) => ({ code, says: label.en }))
    return {
      now: view.now,
      calendar: await calendarOf(tx),
      referral,
      studentName: (await studentNames(tx, [referral.studentId])).get(referral.studentId) ?? '',
      loop: facts.loop,
      leftOn: facts.leftOn,
      blocked: blockedBy(facts),
      may: {
        close: mayClose(actor, referral, held),
        signOff: maySignOff(actor, referral) && referral.highNeed,
      },
      closerName: closer ?? navigators.get(referral.navigatorId) ?? '',
      signOffs: await signOffsOf(tx, referral.id),
      ending: await findEnding(tx, referral.id),
      choices: {
        exit: tiers.body.tiers.flatMap(({ tier, exit }) =>
          exit
            .filter(({ code }) => facts.exitCriteria.includes(code))
            .map(({ code, text }) => ({ code, says: text, tier })),
        ),
        barrier: list('barrier'),
        decline: list('decline'),
      },
    }
  },
})
export type SeenClosing = Awaited<ReturnType<typeof lookClosing.see>>
