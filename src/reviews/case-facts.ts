import { caseloadAt, servingOf, type Serving } from '#caseloads/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { standingBarriers } from '#handoffs/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { labelOf, modelInForce } from '#standards/contract.ts'
import { type AgreedMeasure, measuresOfEach } from '#supports/contract.ts'
import type { Review, ReviewLine } from './review.ts'

/** How things stand with a student of a case review now. */
export type CaseFacts = {
  /** Agencies the family lets be coordinated with: none once it took that back. */
  readonly agencies: readonly Serving[]
  /** What stands in the way and is not cleared, in words. */
  readonly barriers: readonly string[]
  readonly measures: readonly AgreedMeasure[]
  /** Whether one of the measures was brought up to date in the week of the review. */
  readonly updated: boolean
}

type Asked = { review: Review; lines: readonly Pick<ReviewLine, 'studentId'>[]; now: Date }

/** The agencies that serve each student, as far as their families agreed. */
type Served = ReadonlyMap<string, readonly Serving[]>

async function factsOf(tx: Transaction, { review, lines, now }: Asked, served: Served): Promise<CaseFacts[]> {
  const agenciesOf = (studentId: string) => served.get(studentId) ?? []
  const studentIds = lines.map(({ studentId }) => studentId)
  const referrals = studentIds.flatMap((each) => agenciesOf(each).map(({ referralId }) => referralId))
  const [measures, found, model, calendar] = await Promise.all([
    measuresOfEach(tx, studentIds),
    standingBarriers(tx, referrals),
    modelInForce(tx, now),
    calendarOf(tx),
  ])
  const barriers = Map.groupBy(found, ({ referralId }) => referralId)
  return studentIds.map((studentId) => {
    const own = measures.get(studentId) ?? []
    return {
      agencies: agenciesOf(studentId),
      barriers: agenciesOf(studentId)
        .flatMap(({ referralId }) => barriers.get(referralId) ?? [])
        .map(({ category: code }) => labelOf(model.reasons.body, 'barrier', { code })),
      measures: own,
      updated: own.some(({ agreedAt }) => dayOf(calendar, agreedAt) >= review.weekOn),
    }
  })
}

/**
 * Reads how things stand with the students of a case review, in the order of its lines: as many questions for
 * a hundred lines as for one [R161].
 */
export async function casesFacts(tx: Transaction, asked: Asked): Promise<CaseFacts[]> {
  const { students } = await caseloadAt(tx, asked.review.schoolIds, asked.now)
  return factsOf(tx, asked, new Map(students.map(({ studentId, agencies }) => [studentId, agencies])))
}

/** The same of one student: what a line is judged by when it is marked. */
export async function caseFacts(
  tx: Transaction,
  { line, review, now }: Omit<Asked, 'lines'> & { line: Pick<ReviewLine, 'studentId'> },
): Promise<CaseFacts> {
  const { studentId } = line
  const agencies = await servingOf(tx, { schools: review.schoolIds, studentId, now })
  const [facts] = await factsOf(tx, { review, lines: [line], now }, new Map([[studentId, agencies]]))
  return facts as CaseFacts
}
