import { inject } from 'vitest'
import { databaseOn, type FreshDatabase } from './own-database.ts'

export type { FreshDatabase } from './own-database.ts'

/** A database of one's own on the server of the run. @param connections how many the pool may open at once */
export const freshDatabase = (connections?: number): Promise<FreshDatabase> =>
  databaseOn(inject('server'), connections)
