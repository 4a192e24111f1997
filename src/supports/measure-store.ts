import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { AgreedMeasure, Measure } from './measure.ts'

const latest = statement(
  ($: { district: string; students: readonly string[] }) => sql<AgreedMeasure & { studentId: string }>`
    select distinct on (m.student_id, m.measure) m.student_id as "studentId", m.id, m.measure,
      ${opened('agreed_measure.baseline', 'm')} as baseline, m.agreed_by as "agreedBy", p.name as "agreedByName",
      m.agreed_at as "agreedAt", ${opened('agreed_measure.baseline', 'f')} as "firstBaseline", f.agreed_at as "firstAt"
    from agreed_measure m join person p on p.district_id = m.district_id and p.id = m.agreed_by
    cross join lateral (select x.id, x.baseline, x.agreed_at from agreed_measure x where x.district_id = m.district_id
      and x.student_id = m.student_id and x.measure = m.measure order by x.agreed_at, x.id limit 1) f
    where m.district_id = ${$.district} and m.student_id = any(${$.students}::uuid[])
    order by m.student_id, m.measure, m.agreed_at desc, m.id desc`,
)
/** What is agreed for each of some students, in one question. Of whom nothing is agreed is not in it. */
export async function measuresOfEach(
  tx: Transaction,
  students: readonly string[],
): Promise<ReadonlyMap<string, AgreedMeasure[]>> {
  const found = await tx.all(latest, { district: tx.scope.districtId, students })
  const each = new Map<string, AgreedMeasure[]>()
  for (const { studentId, ...measure } of found)
    each.set(studentId, [...(each.get(studentId) ?? []), measure])
  return each
}

/** What is agreed for a student: of each measure where it stands now, and where it began. */
export const measuresOf = async (tx: Transaction, studentId: string): Promise<AgreedMeasure[]> =>
  (await measuresOfEach(tx, [studentId])).get(studentId) ?? []

const add = statement(
  ($: Record<'district' | 'id' | 'student' | 'measure' | 'baseline' | 'by', string> & { at: Date }) => sql`
    insert into agreed_measure (district_id, id, student_id, measure, baseline, agreed_by, agreed_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.measure}, ${$.baseline}, ${$.by}, ${$.at})`,
)
/** Keeps one agreed measure. What was agreed before stays readable. */
export const addMeasure = (unit: Unit, agreed: { studentId: string; measure: Measure; baseline: string }) => {
  const id = unit.id()
  const { baseline } = agreed
  return unit.tx.run(add, {
    district: unit.districtId,
    id,
    student: agreed.studentId,
    measure: agreed.measure,
    ...unit.tx.sealed('agreed_measure', { row: id, of: agreed.studentId }, { baseline }),
    by: unit.actor.personId as string,
    at: unit.now,
  })
}
