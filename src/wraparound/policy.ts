import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, type Role } from '#access/roles.ts'

/** Who forms a team and keeps its plan: whoever cares for students of the school. */
export const teamKeepers = careTeam

export const mayKeepTeam = (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
  (careTeam as readonly Role[]).includes(actor.role) && coversSchool(actor, schoolId)
