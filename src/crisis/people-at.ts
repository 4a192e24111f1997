import { roles, sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import { notFound } from '#platform/problem.ts'
import type { Incident } from './incident.ts'

type At = Pick<Incident, 'schoolId' | 'studentId'>
const schoolRoles = roles.filter((role) => sideOf(role) === 'school')

/** The staff of the school of an incident, without whoever is kept from the student. */
export const peopleAt = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: At,
): Promise<StaffLine[]> =>
  staffAt(tx, { schoolId, roles: schoolRoles, about: studentId === null ? [] : [studentId], now })

/** Somebody of that staff, by id. @throws Problem not_found for anybody else */
export async function namedAt(unit: Unit, at: At, personId: string | undefined): Promise<string | null> {
  if (personId === undefined) return null
  const people = await peopleAt(unit, at)
  return people.some(({ id }) => id === personId) ? personId : notFound()
}
