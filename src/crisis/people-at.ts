import { roles, sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import { notFound } from '#platform/problem.ts'
import { ofThose, type Place } from './tell.ts'

const schoolRoles = roles.filter((role) => sideOf(role) === 'school')

/** The staff of the school, without whoever is kept from the student; in a drill, who takes part. */
export async function peopleAt(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId, takePart = null }: Place,
): Promise<StaffLine[]> {
  const about = studentId === null ? [] : [studentId]
  return ofThose(await staffAt(tx, { schoolId, roles: schoolRoles, about, now }), takePart)
}

/** Somebody of that staff, by id. @throws Problem not_found for anybody else */
export async function namedAt(unit: Unit, at: Place, personId: string | undefined): Promise<string | null> {
  if (personId === undefined) return null
  const people = await peopleAt(unit, at)
  return people.some(({ id }) => id === personId) ? personId : notFound()
}
