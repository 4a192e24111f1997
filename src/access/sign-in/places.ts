import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Place } from '../assignments.ts'
import type { AuthPool } from './auth-pool.ts'

const places = statement(
  ($: { login: string; now: Date }) => sql<Place>`
    select * from house.places_of(${$.login}, ${$.now}) order by number`,
)

/** What the person behind an account may act as now, their own assignments before those they cover. */
export const placesOf = (auth: AuthPool, loginId: string, now: Date): Promise<Place[]> =>
  auth.all(places, { login: loginId, now })
