/** What a student needs at school beside what an agency gives: each is work that is open now. */
export const schoolNeeds = ['support', 'barrier', 'help'] as const
export type SchoolNeed = (typeof schoolNeeds)[number]

/** A referral an agency accepted, of a student of some schools. */
export type Served = {
  readonly referralId: string
  readonly number: number
  readonly studentId: string
  readonly studentName: string
  readonly grade: string
  readonly schoolId: string
  readonly schoolName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly nextVisitAt: Date | null
  /** What is open at school. */
  readonly needs: readonly SchoolNeed[]
}

/** An agency that serves a student, as far as its consent lets it be coordinated with. */
export type Serving = Pick<Served, 'referralId' | 'number' | 'partnerId' | 'partnerName' | 'nextVisitAt'> & {
  readonly consentId: string
}

/** A student on a caseload, with the agencies whose families said yes. */
export type Caseload = {
  readonly students: readonly (Omit<Served, keyof Serving> & { readonly agencies: readonly Serving[] })[]
  /** Students an agency serves whose family did not agree to care coordination: a count and nothing else. */
  readonly notConsented: number
}

/**
 * Who is on a caseload: each student once, with those agencies alone that the family lets be coordinated
 * with; the others are counted. Whoever needs something at school comes first, then the soonest visit [R160].
 * @param consents the consent in force on each referral that lets it be coordinated
 */
export function caseloadOf(served: readonly Served[], consents: ReadonlyMap<string, string>): Caseload {
  const students = [...Map.groupBy(served, ({ studentId }) => studentId).values()].map((rows) => {
    const [first] = rows as [Served, ...Served[]]
    const agencies = rows.flatMap((row): Serving[] => {
      const consentId = consents.get(row.referralId)
      const { referralId, number, partnerId, partnerName, nextVisitAt } = row
      return consentId === undefined
        ? []
        : [{ referralId, number, partnerId, partnerName, nextVisitAt, consentId }]
    })
    const { studentId, studentName, grade, schoolId, schoolName } = first
    const needs = schoolNeeds.filter((need) => rows.some((row) => row.needs.includes(need)))
    return { studentId, studentName, grade, schoolId, schoolName, needs, agencies }
  })
  const listed = students.filter(({ agencies }) => agencies.length > 0)
  return { students: listed.toSorted(inOrder), notConsented: students.length - listed.length }
}

type Student = Caseload['students'][number]
const soonest = ({ agencies }: Student) =>
  Math.min(...agencies.map(({ nextVisitAt }) => nextVisitAt?.getTime() ?? Number.POSITIVE_INFINITY))
const inOrder = (one: Student, other: Student) =>
  Number(other.needs.length > 0) - Number(one.needs.length > 0) ||
  Math.sign(soonest(one) - soonest(other)) ||
  one.studentName.localeCompare(other.studentName)
