import type { Role } from '#access/roles.ts'
import { careTeam } from '#access/roles.ts'

/** Who makes and follows plans to come back: whoever cares for students of the school. */
export const planners = careTeam

/** Who may be given a sheet: whoever teaches the student. They read that alone. */
export const sheetReaders = ['teacher'] as const satisfies readonly Role[]

/** Who owes a plan where nobody who may open it was named: the leads of the school. */
export const standingIn = [
  'crisis_lead',
  'designated_lead',
  'student_support_head',
] as const satisfies readonly Role[]
