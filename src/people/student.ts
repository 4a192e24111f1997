/** What is known of a student, and what is not: language, disability and neighborhood may be 'unknown'. */
export type Student = {
  id: string
  sourceId: string | null
  /** The number staff know the student by. */
  localId: string | null
  givenName: string
  familyName: string
  preferredName: string | null
  bornOn: string | null
  grade: string
  schoolId: string | null
  schoolName: string | null
  homeLanguage: string
  disability: 'yes' | 'no' | 'unknown'
  neighborhood: string
  /** What the student needs to take part in a visit. */
  accommodation: string | null
  leftOn: string | null
  version: number
}

export const relationships = [
  'mother',
  'father',
  'parent',
  'guardian',
  'grandparent',
  'foster_parent',
  'relative',
  'other',
] as const
export type Relationship = (typeof relationships)[number]

export const authorities = ['may_consent', 'may_not_consent', 'unknown'] as const
export type Authority = (typeof authorities)[number]

export const contactRules = ['any', 'no_voicemail', 'text_first', 'call_only', 'do_not_contact'] as const
export type ContactRule = (typeof contactRules)[number]

/** An adult who cares for a student, with what they are to this student and how to reach them safely. */
export type Caregiver = {
  id: string
  studentId: string
  name: string
  phone: string | null
  email: string | null
  language: string
  interpreter: boolean
  contactRule: ContactRule
  contactHours: string | null
  /** Until when it is shown to nobody but named people, and which ways they have; null where it is not. */
  protection: { until: string; phone: boolean; email: boolean } | null
  relationship: Relationship
  authority: Authority
  authorityCheckedOn: string | null
  /** Whom to contact first: 1 before 2. */
  position: number
  version: number
}

/** Whole years on a day; both YYYY-MM-DD. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

type Named = { givenName: string; familyName: string; preferredName: string | null }

/** The name on pages and paper: the one the student goes by. */
export const studentName = ({ givenName, familyName, preferredName }: Named): string =>
  `${preferredName ?? givenName} ${familyName}`

/** Who a student is, and no more: for a page that asks about them and shows nothing of the record. */
export const calledOf = ({ id, givenName, familyName, preferredName }: Student) => ({
  id,
  givenName,
  familyName,
  preferredName,
})
export type Called = ReturnType<typeof calledOf>
