import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import { careTeam } from '#access/roles.ts'

/** Who makes and follows plans to come back: whoever cares for students of the school. */
export const planners = careTeam

/** Who reads whether returns hold, in counts: whoever follows them, and those who govern. */
export const returnFigureReaders = [
  ...planners,
  'principal',
  'district_head',
  'governance',
] as const satisfies readonly Role[]

/** Who may be given a sheet: whoever teaches the student. They read that alone. */
export const sheetReaders = ['teacher'] as const satisfies readonly Role[]

/** Who owes a plan where nobody who may open it was named: the leads of the school. */
export const standingIn = [
  'crisis_lead',
  'designated_lead',
  'student_support_head',
] as const satisfies readonly Role[]

/** Who decides that a return ends before it held: whoever answers for it, or a lead of the school. */
export const mayEndReturn = (
  { personId, role }: Pick<Actor, 'personId' | 'role'>,
  { ownerId }: { ownerId: string },
): boolean => personId === ownerId || (standingIn as readonly Role[]).includes(role)
