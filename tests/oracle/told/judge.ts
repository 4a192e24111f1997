import type { Rights } from '../oracle.ts'
import { mayBeShown } from '../oracle.ts'
import type { Under } from './asked.ts'
import type { ToldDistrict, ToldRow } from './facts.ts'

/**
 * The page of plain words about rows of every table: the walls, and for school staff the reach. A
 * record belongs to the school it was made at; what hangs on another record belongs where that one
 * does.
 * @param opens whether what was opened by breaking the glass is read too: lists and searches leave it out
 */
export function isFound(
  rights: Rights,
  { of, row, opens }: { of: ToldDistrict; row: ToldRow; opens: boolean },
): boolean {
  if (!mayBeShown(rights, of, row)) return false
  if (rights.side !== 'school') return true
  if (opens && row.studentId !== null && rights.opened.has(row.studentId)) return true
  return rights.everySchool || row.schools.some((school) => rights.schoolIds.has(school))
}

/** Rows of each table and each id of it: the same id lies in more than one district. */
export type Index = ReadonlyMap<string, ReadonlyMap<string, ToldRow>>
export const indexOf = ({ rows }: ToldDistrict): Index =>
  new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, of]) => [
      table,
      new Map(of.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const]))),
    ]),
  )

/**
 * Whether what a query reads says of no student: it is kept from nobody, and found through what it
 * hangs on.
 */
export const saysNothing = ({ rows }: ToldDistrict, { table, along = [] }: Under): boolean =>
  rows.every((row) => ![table, ...along].includes(row.table) || row.studentId === null)

const columnOf: Readonly<Record<Under['parent'], string>> = {
  student: 'student_id',
  referral: 'referral_id',
  concern: 'concern_id',
  crisis_incident: 'incident_id',
  brief_support: 'support_id',
  escalation: 'escalation_id',
}

/** Rows of the tables a query reads that hang on a record, themselves or through a consent. */
export function hangingOn({ rows }: ToldDistrict, query: Under, { id, studentId }: ToldRow): ToldRow[] {
  const tables = [query.table, ...(query.along ?? [])]
  const column = columnOf[query.parent]
  return rows.filter(
    (row) =>
      tables.includes(row.table) &&
      (row.of[column] === id || (row.of[column] === undefined && row.studentId === studentId)),
  )
}
