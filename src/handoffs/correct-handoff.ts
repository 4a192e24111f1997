import { sql } from 'kysely'
import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { statement } from '#platform/database/query.ts'
import { choice, day, id, text, timeOfDay } from '#platform/given.ts'
import { navigatingStaff, type Referral } from '#referrals/contract.ts'
import type { Handoff } from './handoff.ts'
import { saveHandoff } from './store.ts'
import { correctionObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

/** Times of a handoff that a person may put right. */
export const correctable = ['firstAttemptAt', 'conversationAt', 'receiptAt', 'planGivenAt', 'completedAt'] as const
export type Correctable = (typeof correctable)[number]

const Correction = z.object({
  referralId: id,
  field: choice(correctable, 'Say which time is wrong'),
  on: day,
  at: timeOfDay,
  reason: text(200, 'Say why it is changed'),
})

const add = statement(
  ($: Record<'district' | 'id' | 'referral' | 'student' | 'field' | 'was' | 'became' | 'reason' | 'by', string> & { at: Date }) => sql`
    insert into correction (district_id, id, referral_id, student_id, field, was, became, reason, corrected_by, corrected_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.field}, ${$.was}, ${$.became}, ${$.reason}, ${$.by}, ${$.at})`,
)

type Change = { field: Correctable; was: Date; became: Date; reason: string }
const keepBoth = (unit: Unit, referral: Referral, { field, was, became, reason }: Change) =>
  unit.tx.run(add, {
    district: unit.districtId,
    id: unit.id(),
    referral: referral.id,
    student: referral.studentId,
    field,
    was: was.toISOString(),
    became: became.toISOString(),
    reason,
    by: unit.actor.personId as string,
    at: unit.now,
  })

type Judged = { handoff: Handoff; field: Correctable; became: Date; now: Date }
const obstacles = {
  nothing_to_correct: ({ handoff, field }) => handoff[field] === null,
  same_time: ({ handoff, field, became }) => handoff[field]?.getTime() === became.getTime(),
  not_happened_yet: ({ became, now }) => became > now,
  before_decision: ({ handoff, became }) => became < handoff.openedAt,
} satisfies Record<string, (judged: Judged) => boolean>
export type ObstacleToCorrecting = keyof typeof obstacles

/** A time was written down wrong. Both values stay, with who changed it and why: nothing is back-dated in silence [R054]. */
export const correctHandoff = act({
  name: 'handoffs/correct-handoff',
  by: navigatingStaff,
  given: Correction,
  refusals: correctionObstacleWords,
  async do(unit, { referralId, field, on, at, reason }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    const became = instantAt(await calendarOf(unit.tx), on, at)
    const judged = { handoff, field, became, now: unit.now }
    const because = (Object.keys(obstacles) as ObstacleToCorrecting[]).filter((name) => obstacles[name](judged))
    if (because.length > 0) return refused(because)
    const was = handoff[field] as Date
    await keepBoth(unit, referral, { field, was, became, reason })
    await saveHandoff(unit, handoff, { [field]: became })
    unit.record('handoff.corrected', subjectOf(referral), { field, was: was.toISOString(), became: became.toISOString() })
    return done({ id: referral.id })
  },
})
