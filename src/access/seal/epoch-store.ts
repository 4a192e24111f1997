import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const standing = statement(
  (_: object) => sql<{ next: number; otherServer: boolean }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text::bigint + house.trail_shift() as next,
      (select e.server from house.trail_epoch e order by e.number desc limit 1) <> house.this_server() as "otherServer"`,
)
export const written = statement(
  ($: { district: string }) => sql<{ place: number | null }>`
    select max(xact) as place from audit_event where district_id = ${$.district}`,
)
