import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, type Role } from '#access/roles.ts'

/** Who reads and keeps what a family told of itself: whoever cares for students of the school. */
export const householdKeepers = careTeam

export const mayKeepHousehold = (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
  (householdKeepers as readonly Role[]).includes(actor.role) && coversSchool(actor, schoolId)
