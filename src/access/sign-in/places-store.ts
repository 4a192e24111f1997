import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Place } from '../assignments.ts'

export const places = statement(
  ($: { login: string; now: Date }) => sql<Place>`
    select * from house.places_of(${$.login}, ${$.now}) order by number`,
)
