import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

export type HeldAssignment = { id: string; personId: string; role: Role; endedAt: Date | null }
export type HeldPerson = {
  id: string
  loginId: string | null
  endedAt: Date | null
  email: string | null
  language: string
}

const assignment = statement(
  ($: { district: string; id: string }) => sql<HeldAssignment>`
    select id, person_id as "personId", role, ended_at as "endedAt" from assignment
    where district_id = ${$.district} and id = ${$.id} for no key update`,
)
const person = statement(
  ($: { district: string; id: string }) => sql<HeldPerson>`
    select id, login_id as "loginId", ended_at as "endedAt", email, language from person
    where district_id = ${$.district} and id = ${$.id} for no key update`,
)
const endOne = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update assignment set ended_at = ${$.at} where district_id = ${$.district} and id = ${$.id} and ended_at is null`,
)
const endAll = statement(
  ($: { district: string; person: string; at: Date }) => sql<{ id: string }>`
    update assignment set ended_at = ${$.at}
    where district_id = ${$.district} and person_id = ${$.person} and ended_at is null returning id`,
)
const leave = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update person set ended_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
const revoke = statement(
  ($: { district: string; person: string; assignment: string | null; at: Date }) => sql<{ id: string }>`
    update access_token set revoked_at = ${$.at}
    where district_id = ${$.district} and person_id = ${$.person} and revoked_at is null
      and (${$.assignment}::uuid is null or assignment_id = ${$.assignment}) returning id`,
)
const signOut = statement(
  ($: { district: string; person: string; login: string | null; at: Date }) =>
    sql`select house.end_sign_in(${$.login}, ${$.district}, ${$.person}, ${$.at})`,
)

/** Takes the row of an assignment for the rest of the act; undefined when there is none. */
export const holdAssignment = ({ tx, districtId: district }: Unit, id: string) =>
  tx.maybe(assignment, { district, id })

/** Takes the row of a person for the rest of the act; undefined when there is none. */
export const holdPerson = ({ tx, districtId: district }: Unit, id: string) =>
  tx.maybe(person, { district, id })

export const endAssignmentRow = ({ tx, districtId: district, now: at }: Unit, id: string) =>
  tx.run(endOne, { district, id, at })

/** Ends what a person holds, in every role. @returns the ids of the assignments that ended now */
export async function endAssignmentsOf(unit: Unit, personId: string): Promise<string[]> {
  const { tx, districtId: district, now: at } = unit
  await tx.run(leave, { district, id: personId, at })
  return (await tx.all(endAll, { district, person: personId, at })).map(({ id }) => id)
}

/**
 * Revokes tokens of a person: all, or those that act in one assignment. Each one leaves its own trace.
 * @returns how many
 */
export async function revokeTokensOf(
  unit: Unit,
  { personId, assignmentId = null }: { personId: string; assignmentId?: string | null },
): Promise<number> {
  const { tx, districtId: district, now: at } = unit
  const ended = await tx.all(revoke, { district, person: personId, assignment: assignmentId, at })
  for (const { id } of ended) unit.record('access_token.revoked', { type: 'access_token', id })
  return ended.length
}

/** Ends every session of the person's account, and the links that were sent to them. */
export const endSignIn = ({ tx, districtId: district, now: at }: Unit, { id, loginId }: HeldPerson) =>
  tx.run(signOut, { district, person: id, login: loginId, at })
