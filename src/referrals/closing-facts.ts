import type { Unit } from '#access/unit.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import type { ClosingFacts } from './closing-rules.ts'
import { loopFacts, signOffsOf } from './closing-store.ts'
import { loopOf } from './loop.ts'
import type { Referral } from './referral.ts'

/**
 * Everything the judgement about closing looks at, read at this moment. The page and the act read the same.
 */
export async function closingFacts(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  referral: Referral,
): Promise<ClosingFacts> {
  const model = await modelInForce(tx, now)
  const loop = loopOf(await loopFacts(tx, referral))
  const signedOff = (await signOffsOf(tx, referral.id)).map(({ ending }) => ending)
  const codes = (list: 'barrier' | 'decline') => choicesOf(model.reasons.body, list).map(({ code }) => code)
  return {
    state: referral.state,
    highNeed: referral.highNeed,
    loop,
    signedOff,
    exitCriteria: model.tiers.body.tiers.flatMap(({ exit }) =>
      exit.filter(({ inUse }) => inUse).map(({ code }) => code),
    ),
    barriers: codes('barrier'),
    declineReasons: codes('decline'),
  }
}
