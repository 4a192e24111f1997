import { Late, type Step as DrawnStep } from '#design/contract.ts'
import { dayOf, type SchoolCalendar, schoolDaysBetween } from '#district/contract.ts'
import { type LineStep, lineWords } from '#referrals/contract.ts'
import type { SeenStudent } from '../look-student.ts'
import { type Instants, instantsOf } from './instants.ts'

const say = lineWords()

export type Referral = NonNullable<SeenStudent['active']>
type Said = NonNullable<DrawnStep['notes']>[number]
type Noted = { referral: Referral; step: LineStep; at: Instants; calendar: SchoolCalendar; now: Date }

const isDone = ({ s }: LineStep) => s.startsWith('done')
const isLate = ({ s }: LineStep) => s === 'late' || s === 'now late'

/** School days from the last day that was on time to the day it was done. */
const lateBy = (calendar: SchoolCalendar, lateAt: Date, doneAt: Date) =>
  say('days_late', {
    count: schoolDaysBetween(
      calendar,
      dayOf(calendar, new Date(lateAt.getTime() - 1)),
      dayOf(calendar, doneAt),
    ),
  })

/** When it happened, who did it, and how late it was. */
function past({ referral, step, at, calendar, now }: Noted): (Said | null)[] {
  if (!isDone(step)) return []
  const who = { concern: referral.reporterName, decision: referral.deciderName }
  const lateAt = { decision: referral.decisionLateAt, handoff: referral.handoffLateAt }
  const name = step.name as keyof typeof who & keyof typeof lateAt
  const doneAt = (name as string) === 'handoff' ? (referral.handoffCompletedAt ?? step.at) : step.at
  const since = lateAt[name] ?? null
  return [
    step.at === null ? null : at.both(step.at),
    who[name] ?? null,
    step.s === 'done late' && since !== null ? <Late>{lateBy(calendar, since, doneAt ?? now)}</Late> : null,
  ]
}

/** By when what is owed is due, or how late it is. */
function ahead({ referral, step, at, calendar, now }: Noted): (Said | null)[] {
  const visitAt = step.name === 'seen' && !isDone(step) ? referral.nextVisitAt : null
  const { missedAt, nextDueAt, nextLateAt } = referral
  if (isLate(step)) {
    const late =
      missedAt === null
        ? lateBy(calendar, nextLateAt ?? now, now)
        : say('visit_missed', { day: at.day(missedAt) })
    return [<Late>{late}</Late>, visitAt === null ? null : at.both(visitAt)]
  }
  if (visitAt !== null) return [at.both(visitAt)]
  const owed = (step.s === 'now' || step.s === 'due') && nextDueAt !== null
  return owed ? [say('by', { day: at.day(nextDueAt), time: at.time(nextDueAt) })] : []
}

/** What is not shared says so once; what the family itself told stands where it belongs. */
function hidden({ referral, step, at }: Noted): (Said | null)[] {
  if (step.s !== 'hidden') return []
  const first = referral.line.find(({ s }) => s === 'hidden')?.name === step.name
  const told = step.name === 'seen' ? referral.familySaysAt : null
  return [first ? say('not_shared') : null, told === null ? null : say('family_says', { day: at.day(told) })]
}

const byFamily: readonly (string | null)[] = ['family_choice', 'withdrawn']

/** How a line was cut: an agency's no with its reason, the family's choice, or simply its end. */
function ending({ referral, step, at }: Noted): (Said | null)[] {
  if (step.s !== 'end') return []
  const day = at.day(step.at ?? referral.referredAt)
  if (step.name === 'not_accepted' && referral.turnedDownAt !== null) {
    return [`${referral.declineSaid ?? ''}, ${at.day(referral.turnedDownAt)}`]
  }
  const chosen =
    byFamily.includes(referral.ending) || (referral.declinedAt !== null && referral.sentAt === null)
  return [chosen ? say('family_choice', { day }) : say('ended', { day })]
}

/** What is said under each step of a referral's line. */
export function notesOf(seen: SeenStudent, referral: Referral) {
  const at = instantsOf(seen)
  return (step: LineStep): Said[] => {
    const noted = { referral, step, at, calendar: seen.calendar, now: seen.now }
    const all = [...past(noted), ...ahead(noted), ...hidden(noted), ...ending(noted)]
    return all.filter((line): line is Said => line !== null && line !== '')
  }
}
