import { schoolsInReach } from '#access/actor.ts'
import type { Viewing } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { inviters } from '#access/sign-in/invite-person.ts'
import { countOwing, termsKeepers } from '#acknowledgements/contract.ts'
import { consentSettlers, countConflicts } from '#consent/contract.ts'
import { contactKeepers, countOwedNumbers, incidentFollowers } from '#crisis/contract.ts'
import { countRequests, standardKeepers } from '#debriefs/contract.ts'
import {
  accessEnders,
  calendarOf,
  countRemovalsWaiting,
  countWithoutScheduler,
  findLastSchoolDayOfWeek,
  schedulerNamers,
} from '#district/contract.ts'
import { countOverdueDrills, drillKeepers } from '#drills/contract.ts'
import { countExceptions, mayReview } from '#exceptions/contract.ts'
import { registerKeepers } from '#partnership/contract.ts'
import { blockLifters, openingReviewers } from '#people/contract.ts'
import { holdKeepers, recordKeepers } from '#records/contract.ts'
import {
  countLateMeetings,
  countUnreviewed,
  countUnreviewedCases,
  mondayOf,
  reviewers,
} from '#reviews/contract.ts'
import { type Counted, dutyCounts } from './duty-store.ts'
import { countLacking, countOwnDue, trained, trainingRecorders } from '#training/contract.ts'
import { workGivers } from './hand-over-work.ts'
import { findLeftWork } from './left-work-store.ts'

/** Work that waits on a list of its own for whoever holds an office, and the list. */
export const dutyLists = {
  openings: '/privacy/openings',
  differing: '/consents?state=conflicting',
  conflicts: '/privacy/conflicts',
  exceptions: '/exceptions',
  requests: '/records',
  removals: '/records/retention',
  holds: '/records/holds',
  rules: '/register',
  acknowledgements: '/acknowledgements',
  left_work: '/left-work',
  second_steps: '/people',
  reviews: '/reviews',
  case_reviews: '/case-reviews',
  progress_meetings: '/progress-meetings',
  drills: '/drills',
  numbers: '/crisis/contacts',
  samples: '/case-samples',
  training: '/training/due',
  own_training: '/training/own',
  changes: '/crisis/change-requests',
  rosters: '/roster',
  schedulers: '/schools',
} as const
export type DutyKind = keyof typeof dutyLists

export type Duty = Counted & { kind: DutyKind }

/** Most of what people left behind is counted: more is more. */
const mostCounted = 201

/** On how many referrals two caregivers differ. */
async function differing({ tx, actor, now }: Viewing): Promise<Counted> {
  const { timeZone: zone } = await calendarOf(tx)
  return { count: await countConflicts(tx, actor, { zone, now }), late: 0 }
}

/** What nobody reviewed yet of the schools somebody covers by name; late once the last school day is over. */
async function unreviewed(
  { tx }: Viewing,
  counting: (week: string) => Promise<number>,
  today: string,
): Promise<Counted> {
  const count = await counting(mondayOf(today))
  const due = findLastSchoolDayOfWeek(await calendarOf(tx), today)
  return { count, late: due !== undefined && due < today ? count : 0 }
}

/** Both weekly reviews, of open referrals and of students on caseloads; and meetings about progress. */
const reviewsOwed = (view: Viewing, schools: readonly string[], today: string) => {
  const { tx, now } = view
  return {
    reviews: () => unreviewed(view, (week) => countUnreviewed(tx, { schools, week, until: now }), today),
    progress_meetings: async () => {
      const count = await countLateMeetings(tx, { schools, now })
      return { count, late: count }
    },
    case_reviews: () => unreviewed(view, (week) => countUnreviewedCases(tx, { schools, week, now }), today),
  }
}

/** What counts only once it is late. */
async function allLate(view: Viewing, counting: (view: Viewing) => Promise<number>): Promise<Counted> {
  const count = await counting(view)
  return { count, late: count }
}

/** What those owe who get schools ready for a crisis: drills past their day, numbers nobody made sure of. */
const readiness = (view: Viewing, is: (roles: readonly Role[]) => boolean) => ({
  ...(is(drillKeepers) && { drills: () => allLate(view, countOverdueDrills) }),
  ...(is(contactKeepers) && { numbers: () => allLate(view, countOwedNumbers) }),
})

/** Who has not acknowledged what they keep to. */
async function owing({ tx, now }: Viewing, today: string): Promise<Counted> {
  const { owed } = await countOwing(tx, { now, today, until: today })
  return { count: owed, late: owed }
}

/** What waits for the office somebody holds, each list once; nothing for whom none does. */
export async function dutiesOf(view: Viewing, today: string): Promise<Duty[]> {
  const { tx, actor, now } = view
  const is = (roles: readonly Role[]) => roles.includes(actor.role)
  const schools = schoolsInReach(actor)
  const counts = dutyCounts(tx, actor, { now, today })
  const asked: Partial<Record<DutyKind, () => Promise<Counted>>> = {
    ...(is(openingReviewers) && { openings: counts.openings }),
    ...(is(consentSettlers) && { differing: () => differing(view) }),
    ...(is(blockLifters) && { conflicts: counts.conflicts }),
    ...(mayReview(actor) && {
      exceptions: async () => {
        const { waiting, overdue } = await countExceptions(tx, actor, now)
        return { count: waiting, late: overdue }
      },
    }),
    ...(is(recordKeepers) && { requests: counts.requests }),
    ...(is(holdKeepers) && { removals: counts.removals, holds: counts.holds }),
    ...(is(registerKeepers) && { rules: counts.rules }),
    ...(is(termsKeepers) && { acknowledgements: () => owing(view, today) }),
    ...(is([...workGivers, ...accessEnders]) && {
      left_work: async () => {
        const found = await findLeftWork(tx, actor, { now, limit: mostCounted })
        return { count: found.length, late: 0 }
      },
    }),
    ...(is(inviters) && { second_steps: () => countRemovalsWaiting(tx, { personId: actor.personId, now }) }),
    ...(is(reviewers) && schools !== null && reviewsOwed(view, schools, today)),
    ...readiness(view, is),
    ...(is(incidentFollowers) && { samples: counts.samples }),
    ...(is(trainingRecorders) && { training: () => allLate(view, countLacking) }),
    ...(is(trained) && { own_training: () => countOwnDue(view) }),
    ...(is(standardKeepers) && { changes: async () => ({ count: await countRequests(tx), late: 0 }) }),
    ...(is(schedulerNamers) && { schedulers: () => countWithoutScheduler(tx, actor, today) }),
    ...(is(['roster_manager']) && { rosters: counts.rosters }),
  }
  const found = await Promise.all(
    Object.entries(asked).map(async ([kind, count]) => ({ kind: kind as DutyKind, ...(await count()) })),
  )
  return found.filter(({ count }) => count > 0)
}
