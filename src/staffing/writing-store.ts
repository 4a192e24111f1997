import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Credential, SupervisionForm } from './staff-record.ts'

type Row = { district: string; id: string; person: string; by: string; at: Date }

const rowOf = (unit: Unit, person: string): Row => ({
  district: unit.districtId,
  id: unit.id(),
  person,
  by: unit.actor.personId as string,
  at: unit.now,
})

const credential = statement(
  ($: Row & Credential) => sql`
    insert into staff_credential (district_id, id, person_id, kind, issuer, license_number, valid_until, recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.kind}, ${$.issuer}, ${$.licenseNumber}, ${$.validUntil}::date, ${$.by}, ${$.at})`,
)
/** Keeps a credential: it counts from now on. @returns its id */
export function insertCredential(unit: Unit, person: string, given: Credential): string {
  const row = rowOf(unit, person)
  unit.tx.write(credential, { ...row, ...given })
  return row.id
}

const supervisor = statement(
  ($: Row & { supervisor: string }) => sql`
    insert into staff_supervisor (district_id, id, person_id, supervisor_id, named_by, named_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.supervisor}, ${$.by}, ${$.at})`,
)
/** Keeps who supervises somebody from now on. @returns its id */
export function insertSupervisor(unit: Unit, person: string, given: string): string {
  const row = rowOf(unit, person)
  unit.tx.write(supervisor, { ...row, supervisor: given })
  return row.id
}

type Held = { supervisor: string; heldOn: string; form: SupervisionForm; minutes: number }
const supervision = statement(
  ($: Row & Held) => sql`
    insert into supervision (district_id, id, person_id, supervisor_id, held_on, form, minutes, recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.supervisor}, ${$.heldOn}::date, ${$.form}, ${$.minutes}, ${$.by}, ${$.at})`,
)
/** Keeps that somebody was supervised. @returns its id */
export function insertSupervision(unit: Unit, person: string, given: Held): string {
  const row = rowOf(unit, person)
  unit.tx.write(supervision, { ...row, ...given })
  return row.id
}
