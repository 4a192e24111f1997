import type { z } from 'zod'
import { triageStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id, optionalText } from '#platform/given.ts'
import { openBriefSupport } from './open-brief-support.ts'
import { supportEntries } from './support-entries.ts'

/** Who may own support at school. */
const supportOwners = [...triageStaff, 'student_support_head'] as const

type About = { studentId: string; schoolId: string }

/** Who of the school can own what is offered: nobody who is kept from the student. */
export const supportOwnersFor = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: About,
): Promise<StaffLine[]> => staffAt(tx, { schoolId, roles: supportOwners, about: [studentId], now })

/** How a support that is offered outside triage is planned. */
export const GivenPlan = {
  focus: optionalText(200),
  ownerId: id.optional(),
  /** An entry criterion of the tier the student is in. */
  entryCriterion: optionalText(60),
  reviewOn: day.optional(),
}
type Given = { [K in keyof typeof GivenPlan]?: z.output<(typeof GivenPlan)[K]> }

type Plan = { focus: string; ownerId: string; reviewOn: string; today: string; entryCriterion: string }

/** What it needs: a focus, an owner at the school, the entry criterion met, a day to look at it again. */
export async function planOffered(unit: Unit, { studentId, schoolId }: About, given: Given) {
  const today = dayOf(await calendarOf(unit.tx), unit.now)
  const owners = await supportOwnersFor(unit, { studentId, schoolId })
  const entries = await supportEntries(unit, studentId)
  const { focus = '', ownerId = '', entryCriterion = '', reviewOn = '' } = given
  const because = [
    ...(focus === '' ? (['focus_missing'] as const) : []),
    ...(owners.some((owner) => owner.id === ownerId) ? [] : (['owner_missing'] as const)),
    ...(entries.some(({ code }) => code === entryCriterion) ? [] : (['entry_criterion_missing'] as const)),
    ...(reviewOn > today ? [] : (['review_missing'] as const)),
  ]
  return { because, plan: { focus, ownerId, reviewOn, today, entryCriterion } }
}

/** Opens what was planned. @returns the id of the support */
export const openOffered = (unit: Unit, { studentId, schoolId }: About, { today, ...plan }: Plan) =>
  openBriefSupport(unit, {
    ...plan,
    startsOn: today,
    plannedEndOn: plan.reviewOn,
    studentId,
    schoolId,
    decisionId: null,
  })

/** What is still missing of the plan, to be spread into the words of the act that offers it. */
export const plannedWords = {
  focus_missing: 'Say what the support works on.',
  owner_missing: 'Choose who gives the support.',
  entry_criterion_missing: 'Choose the entry criterion that is met of the tier the student is in.',
  review_missing: 'Give a day ahead on which it is looked at again.',
}
