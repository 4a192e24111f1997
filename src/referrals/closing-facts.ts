import type { Unit } from '#access/unit.ts'
import { tierOf } from '#concerns/contract.ts'
import { getStudentCard } from '#people/contract.ts'
import { choicesOf, getTier, modelInForce } from '#standards/contract.ts'
import type { ClosingFacts } from './closing-rules.ts'
import { loopFacts, type SignOff, signOffsOf } from './closing-store.ts'
import { loopOf } from './loop.ts'
import type { Referral } from './referral.ts'

/**
 * Everything the judgement about closing looks at, read at this moment. The page and the act read the same.
 */
export async function closingFacts(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  referral: Referral,
): Promise<ClosingFacts & { signOffs: SignOff[] }> {
  const [model, facts, signOffs, student, tier] = await Promise.all([
    modelInForce(tx, now),
    loopFacts(tx, referral),
    signOffsOf(tx, referral.id),
    getStudentCard(tx, referral.studentId),
    tierOf(tx, referral.studentId),
  ])
  const { tiers } = model.tiers.body
  const left = tier === undefined ? tiers : [getTier(model.tiers.body, tier)]
  const codes = (list: 'barrier' | 'decline') => choicesOf(model.reasons.body, list).map(({ code }) => code)
  return {
    state: referral.state,
    highNeed: referral.highNeed,
    loop: loopOf(facts),
    leftOn: student.leftOn,
    signOffs,
    signedOff: signOffs.map(({ ending }) => ending),
    // The student leaves the tier they are in; while none is on record any may be the one.
    exitCriteria: left.flatMap(({ exit }) => exit.filter(({ inUse }) => inUse).map(({ code }) => code)),
    barriers: codes('barrier'),
    declineReasons: codes('decline'),
  }
}
