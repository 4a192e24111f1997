import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, type Role } from '#access/roles.ts'

/** Who keeps the times of class: whoever cares for students of the school, as the teacher agreed. */
export const timeKeepers = careTeam

export const mayKeepTimes = (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
  (timeKeepers as readonly Role[]).includes(actor.role) && coversSchool(actor, schoolId)

/** Who passes on what was noticed in class: teachers. */
export const observers = ['teacher'] as const satisfies readonly Role[]
