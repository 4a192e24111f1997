import type { Unit } from '#access/unit.ts'
import { ageOn } from '#people/contract.ts'
import type { Consent } from './consent.ts'
import type { CareKind, OwnAnswer } from './minor-rule.ts'
import { findOwnAnswer } from './minor-rule-store.ts'
import type { Grantor } from './rules.ts'
import { findGrantor } from './store.ts'

/** Who answered, as it is kept with the answer. */
export type Who = Pick<
  Consent,
  | 'grantorKind'
  | 'caregiverId'
  | 'grantorName'
  | 'grantorAge'
  | 'relationship'
  | 'authority'
  | 'minorRuleId'
  | 'minorConsented'
>
type Answering = {
  who: Who | undefined
  grantor: Grantor | undefined
  own: OwnAnswer | undefined
  /** The student's age where somebody else answers for them; null when it is not known. */
  age: number | null
}

/** A student who answers alone, on the approved rule of the state where there is one [R151]. */
async function student(
  unit: Unit,
  asked: { studentId: string; care: CareKind; on: string },
): Promise<Answering> {
  const own = await findOwnAnswer(unit.tx, asked)
  if (own === undefined) return { who: undefined, grantor: undefined, own, age: null }
  const who: Who = {
    grantorKind: 'student',
    caregiverId: null,
    grantorName: own.name,
    grantorAge: own.age,
    relationship: 'student',
    authority: own.rule === undefined ? 'adult_student' : 'minor_rule',
    minorRuleId: own.rule?.id ?? null,
    minorConsented: own.rule !== undefined,
  }
  return { who, grantor: undefined, own, age: own.age }
}

type Caring = { studentId: string; caregiverId: string; on: string }
async function caregiver(unit: Unit, { studentId, caregiverId, on }: Caring): Promise<Answering> {
  const grantor = await findGrantor(unit.tx, studentId, caregiverId)
  if (grantor === undefined) return { who: undefined, grantor, own: undefined, age: null }
  const age = grantor.studentBornOn === null ? null : ageOn(grantor.studentBornOn, on)
  const { name: grantorName, relationship, authority } = grantor
  const alone = { grantorAge: null, minorRuleId: null, minorConsented: false }
  const who: Who = { grantorKind: 'caregiver', caregiverId, grantorName, relationship, authority, ...alone }
  return { who, grantor, own: undefined, age }
}

/** Who answers, and what is known of their say. Undefined where nobody is named or known. */
export async function whoAnswers(
  unit: Unit,
  studentId: string,
  given: {
    grantorKind: Consent['grantorKind']
    caregiverId?: string | undefined
    care: CareKind
    on: string
  },
): Promise<Answering> {
  if (given.grantorKind === 'student') return student(unit, { studentId, ...given })
  const { caregiverId, on } = given
  if (caregiverId !== undefined) return caregiver(unit, { studentId, caregiverId, on })
  return { who: undefined, grantor: undefined, own: undefined, age: null }
}
