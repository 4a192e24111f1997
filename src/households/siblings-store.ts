import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const others = statement(
  ($: { district: string; student: string; caregivers: readonly string[] }) => sql<{ id: string }>`
    select distinct s.id from guardianship g join student s on s.district_id = g.district_id and s.id = g.student_id
    where g.district_id = ${$.district} and g.caregiver_id = any(${$.caregivers}::uuid[]) and g.ended_on is null
      and s.id <> ${$.student} and s.left_on is null
    order by s.id limit 12`,
)
/** Other students these caregivers care for. Reach is judged by the caller, one by one. */
export const alsoCaredFor = async (
  tx: Transaction,
  { studentId: student, caregivers }: { studentId: string; caregivers: readonly string[] },
): Promise<string[]> =>
  (await tx.all(others, { district: tx.scope.districtId, student, caregivers })).map(({ id }) => id)
