import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, choices, id, optionalText, yesNo } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { openBarriers } from './barrier-store.ts'
import { orNull } from './given.ts'
import { coverages, transports } from './handoff.ts'
import { saveHandoff } from './store.ts'
import { logisticsObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Logistics = z.object({
  referralId: id,
  transport: choice(transports, 'Say how they get there'),
  transportNote: optionalText(160),
  accompaniedBy: optionalText(120),
  /** Codes of the barrier list. None means nothing stands in the way. */
  conflicts: choices(z.string().max(60)),
  /** Asked where an interpreter is needed. */
  interpreterBooked: yesNo().optional(),
  coverage: choice(coverages).default('unknown'),
  bringNote: optionalText(160),
})
type Settled = z.output<typeof Logistics>

/** Everything that stands in the way: what was ticked, a ride nobody has, an interpreter nobody booked. */
const standingInTheWay = (settled: Settled): string[] => [
  ...new Set([
    ...settled.conflicts,
    ...(settled.transport === 'unsettled' ? ['transportation'] : []),
    ...(settled.interpreterBooked === false ? ['language'] : []),
  ]),
]

/**
 * How the family gets to the visit, and what stands in the way: each conflict opens a barrier to be cleared
 * [R049].
 */
export const settleLogistics = act({
  name: 'handoffs/settle-logistics',
  by: navigatingStaff,
  given: Logistics,
  refusals: logisticsObstacleWords,
  async do(unit, given) {
    const { referral, handoff } = await workOnHandoff(unit, given.referralId)
    const model = await modelInForce(unit.tx, unit.now)
    const known = new Set(choicesOf(model.reasons.body, 'barrier').map(({ code }) => code))
    const because = [
      ...(referral.endedAt === null ? [] : (['referral_ended'] as const)),
      ...(given.conflicts.every((code) => known.has(code)) ? [] : (['barrier_unknown'] as const)),
    ]
    if (because.length > 0) return refused(because)

    const conflicts = standingInTheWay(given)
    saveHandoff(unit, handoff, {
      transport: given.transport,
      transportNote: orNull(given.transportNote),
      accompaniedBy: orNull(given.accompaniedBy),
      conflicts,
      interpreterBooked: given.interpreterBooked ?? null,
      coverage: given.coverage,
      bringNote: orNull(given.bringNote),
      logisticsAt: handoff.logisticsAt ?? unit.now,
    })
    const opened = await openBarriers(
      unit,
      { referralId: referral.id, studentId: referral.studentId },
      conflicts,
    )
    unit.record('handoff.logistics_settled', subjectOf(referral), { transport: given.transport, conflicts })
    if (opened.length > 0) unit.record('barrier.opened', subjectOf(referral), { categories: opened })
    return done({ id: referral.id, barriers: opened })
  },
})
