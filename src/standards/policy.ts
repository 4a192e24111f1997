import type { Actor } from '#access/actor.ts'

/** The model holds in every school, so an assignment for some schools cannot change it. */
export const mayPublish = (actor: Actor): boolean => actor.schoolIds === null
