import type { IdentityCheck } from '#access/sign-in/identity-check.ts'
import { addCalendarDays } from '#district/contract.ts'
import { ageOn, type Caregiver, type Student } from './student.ts'

/** From this age on the rights over the record are the student's own (34 CFR 99.3, 99.5). */
const ofAge = 18

/** The day somebody comes of age; of whoever was born on a leap day, March 1 where there is none. */
function birthdayOfAge(bornOn: string): string {
  const [year = 0, month = 1, day = 1] = bornOn.split('-').map(Number)
  return new Date(Date.UTC(year + ofAge, month - 1, day)).toISOString().slice(0, 10)
}

/** The last day on which a student is not of age, YYYY-MM-DD: until then a caregiver may sign in. */
export const lastDayAsChild = ({ bornOn }: Pick<Student, 'bornOn'>): string | null =>
  bornOn === null ? null : addCalendarDays(birthdayOfAge(bornOn), -1)

export const isOfAge = ({ bornOn }: Pick<Student, 'bornOn'>, today: string): boolean =>
  bornOn !== null && ageOn(bornOn, today) >= ofAge

/** Somebody of the family who signs in for a student, or did. */
export type FamilySignIn = {
  readonly assignmentId: string
  readonly personId: string
  readonly name: string
  readonly role: 'caregiver' | 'student'
  readonly startsOn: string
  readonly endedAt: Date | null
  /** Whether they have set up their sign-in. */
  readonly takenUp: boolean
  /** Whether they are kept away from this student now. */
  readonly keptAway: boolean
  /** Whether they work here or at an agency as well: then the student is closed to them at work. */
  readonly worksHere: boolean
  readonly checkedHow: IdentityCheck | null
  readonly givenByName: string | null
}

export type GivingFacts = {
  /** Which caregiver; undefined where it is the student. */
  readonly caregiver: Pick<Caregiver, 'authority' | 'contactRule'> | undefined
  readonly ofAge: boolean
  readonly email: string | null
  readonly keptAway: boolean
  readonly signsIn: boolean
  /** Whether somebody else of this family is reached at the same address. */
  readonly sharedAddress: boolean
}

const obstacles = {
  kept_away: ({ keptAway }) => keptAway,
  signs_in_already: ({ signsIn }) => signsIn,
  student_of_age: ({ caregiver, ofAge: grown }) => caregiver !== undefined && grown,
  not_of_age: ({ caregiver, ofAge: grown }) => caregiver === undefined && !grown,
  authority_unchecked: ({ caregiver }) => caregiver !== undefined && caregiver.authority !== 'may_consent',
  do_not_contact: ({ caregiver }) => caregiver?.contactRule === 'do_not_contact',
  no_address: ({ email }) => email === null,
  address_shared: ({ sharedAddress }) => sharedAddress,
} satisfies Record<string, (facts: GivingFacts) => boolean>
export type ObstacleToGiving = keyof typeof obstacles

/** Every reason somebody of the family is not given a sign-in. */
export const obstaclesToGiving = (facts: GivingFacts): ObstacleToGiving[] =>
  (Object.keys(obstacles) as ObstacleToGiving[]).filter((name) => obstacles[name](facts))
