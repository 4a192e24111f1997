import type { Actor } from '#access/actor.ts'

/** The calendar counts for every school, so an assignment for some schools cannot change it. */
export const mayKeepCalendar = (actor: Actor): boolean => actor.schoolIds === null
