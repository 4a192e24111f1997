import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Capacity, FamilyProfile, FamilyTransport, KeptProfile } from './profile.ts'

type Of = { district: string; student: string }
const ofStudent = statement(
  ($: Of) => sql<KeptProfile>`
    select f.id, f.work_limits as "workLimits", f.transport, f.capacity, f.siblings_shown as "siblingsShown",
      p.name as "keptByName", f.kept_at as "keptAt", f.version
    from family_profile f join person p on p.district_id = f.district_id and p.id = f.kept_by
    where f.district_id = ${$.district} and f.student_id = ${$.student}`,
)
/** What is kept of the family of a student; undefined before anybody asked. Reach is judged by the caller. */
export const profileOf = (tx: Transaction, student: string): Promise<KeptProfile | undefined> =>
  tx.maybe(ofStudent, { district: tx.scope.districtId, student })

type Row = {
  district: string
  id: string
  student: string
  school: string
  limits: readonly string[]
  transport: FamilyTransport | null
  capacity: Capacity | null
  siblings: boolean
  by: string
  now: Date
  version: number
}
const insert = statement(
  ($: Omit<Row, 'version'>) => sql`
    insert into family_profile (district_id, id, student_id, school_id, work_limits, transport, capacity, siblings_shown, kept_by,
      kept_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.school}, ${$.limits}::text[], ${$.transport}, ${$.capacity}, ${$.siblings},
      ${$.by}, ${$.now})`,
)
const update = statement(
  ($: Omit<Row, 'student'>) => sql`
    update family_profile set school_id = ${$.school}, work_limits = ${$.limits}::text[], transport = ${$.transport},
      capacity = ${$.capacity}, siblings_shown = ${$.siblings}, kept_by = ${$.by}, kept_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

type Told = FamilyProfile & { studentId: string; schoolId: string }
/** Keeps what a family told, for the first time or over what was kept. @returns the id of the profile */
export function saveProfile(unit: Unit, told: Told, kept: KeptProfile | undefined): string {
  const { tx, districtId: district, actor, now } = unit
  const id = kept?.id ?? unit.id()
  const row = {
    district,
    id,
    student: told.studentId,
    school: told.schoolId,
    limits: told.workLimits,
    transport: told.transport,
    capacity: told.capacity,
    siblings: told.siblingsShown,
    by: actor.personId as string,
    now,
  }
  if (kept === undefined) tx.write(insert, row)
  else tx.write(update, { ...row, version: kept.version })
  return id
}
