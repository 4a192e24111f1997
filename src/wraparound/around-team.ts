import type { Unit } from '#access/unit.ts'
import { mayTellCoordinated } from '#consent/contract.ts'
import { staffAt, type StaffLine } from '#concerns/contract.ts'
import { caregiversToContact } from '#people/contract.ts'
import { membersOf, type NamedMember, type ServingAgency, servingAgencies } from './member-store.ts'
import { teamKeepers } from './policy.ts'
import type { Team } from './team.ts'

/** Who is on a team, and who could be. */
export type AroundTeam = {
  readonly members: readonly NamedMember[]
  readonly staff: readonly StaffLine[]
  readonly agencies: readonly ServingAgency[]
  /** Of these agencies' referrals, the consent on which each may be coordinated with now. */
  readonly consents: ReadonlyMap<string, string>
  readonly caregivers: readonly { readonly id: string; readonly name: string }[]
}

/** Reads who is on a team and who could be, with what the family said as of this moment. */
export async function aroundTeam(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { id, studentId, schoolId }: Pick<Team, 'id' | 'studentId' | 'schoolId'>,
): Promise<AroundTeam> {
  const [members, staff, agencies, caregivers] = await Promise.all([
    membersOf(tx, id),
    staffAt(tx, { schoolId, about: [studentId], roles: teamKeepers, now }),
    servingAgencies(tx, studentId),
    caregiversToContact(tx, studentId),
  ])
  return {
    members,
    staff,
    agencies,
    consents: await mayTellCoordinated(tx, agencies, now),
    caregivers: caregivers.map(({ id: caregiverId, name }) => ({ id: caregiverId, name })),
  }
}

/** Who on a team may be given something to do: whoever is on it still, and is not kept from the student. */
export const mayBeGiven = (
  { staff }: Pick<AroundTeam, 'staff'>,
  { side, personId, leftAt }: Pick<NamedMember, 'side' | 'personId' | 'leftAt'>,
): boolean => leftAt === null && (side !== 'school' || staff.some(({ id }) => id === personId))
