import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const districts = statement(
  (_: object) => sql<{ id: string }>`select id from house.district_ids() as id`,
)
