import type { Role } from '#access/roles.ts'
import { clinicalStaff, triageStaff } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { getStandard, modelInForce, type Published, type PublishedModel } from '#standards/contract.ts'
import type { Concern, Decision } from './concern.ts'
import { calendarOf } from '#district/contract.ts'
import { decidersAt } from './deciders.ts'
import { decisionsOf } from './decision-store.ts'
import { earlierReferrals } from './earlier-referral-store.ts'
import { isLive } from './live.ts'
import { repeatSince } from './repeat.ts'
import type { DecisionFacts } from './rules.ts'
import { latestScreening } from './screening-store.ts'
import { staffInEach, type StaffLine } from './staff-store.ts'
import { tierOf } from './tier-store.ts'

/** Roles that may be named for something in a decision, beside the reviewers: those who decide. */
const nameable = {
  navigators: ['navigator', 'care_coordinator'],
  clinicians: clinicalStaff,
  owners: [...triageStaff, 'student_support_head', 'care_coordinator', 'navigator'],
} as const satisfies Record<string, readonly Role[]>

type Staffed = { readonly [K in 'reviewers' | keyof typeof nameable]: StaffLine[] }

/** Who may be named at a school now, for each part of a decision. */
const staffFor = async (
  tx: Transaction,
  at: { schoolId: string; about: readonly string[]; now: Date },
): Promise<Staffed> => staffInEach(tx, at, { ...nameable, reviewers: await decidersAt({ tx, now: at.now }) })

export type GatheredFacts = Omit<DecisionFacts, 'deciderId' | 'model'> & {
  model: PublishedModel
  staff: Staffed
  /** The student's decision in force until now. */
  replaces: Decision | undefined
}

const ids = (people: StaffLine[]) => people.map(({ id }) => id)

async function earlierOf({ tx, now }: { tx: Transaction; now: Date }, studentId: string) {
  const [model, calendar] = await Promise.all([modelInForce(tx, now), calendarOf(tx)])
  return earlierReferrals(tx, { studentId, since: repeatSince(model, { calendar, at: now }) })
}

/** Everything a decision is judged by, and everything its form offers. */
export async function decisionFacts(
  { tx, now }: { tx: Transaction; now: Date },
  concern: Concern,
): Promise<GatheredFacts> {
  const { schoolId, studentId } = concern
  const [screening, model, live, currentTier, decisions, staff, earlier] = await Promise.all([
    latestScreening(tx, concern.id),
    modelInForce(tx, now),
    isLive({ tx, now }, schoolId),
    studentId === null ? undefined : tierOf(tx, studentId),
    studentId === null ? [] : decisionsOf(tx, studentId),
    staffFor(tx, { schoolId, about: studentId === null ? [] : [studentId], now }),
    studentId === null ? [] : earlierOf({ tx, now }, studentId),
  ])
  const checklist = screening && ((await getStandard(tx, screening.checklistId)) as Published<'checklist'>)
  return {
    screening,
    checklist,
    model,
    live,
    now,
    currentTier,
    replaces: decisions[0],
    staff,
    reviewers: ids(staff.reviewers),
    navigators: ids(staff.navigators),
    clinicians: ids(staff.clinicians),
    owners: ids(staff.owners),
    earlier,
  }
}
