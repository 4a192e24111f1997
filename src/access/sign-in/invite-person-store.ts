import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

type Row = { email: string | null; left: boolean }

export const find = statement(
  ($: { district: string; person: string; now: Date }) => sql<Row>`
    select email, coalesce(ended_at <= ${$.now}, false) as left from person
    where district_id = ${$.district} and id = ${$.person}`,
)
export const ask = statement(
  ($: { link: string; district: string; person: string; now: Date; until: Date }) => sql`
    select house.ask_for_invitation(${$.link}, ${$.district}, ${$.person}, ${$.now}, ${$.until})`,
)
