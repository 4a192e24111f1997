import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const alive = statement((_: object) => sql<{ ok: number }>`select 1 as ok`)
