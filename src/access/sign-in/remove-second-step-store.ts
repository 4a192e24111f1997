import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export type Whose = { login: string; district: string; person: string; at: Date; language: string }

export const tell = statement(
  ($: Whose) => sql`
    select house.tell_second_step_asked(${$.login}, ${$.district}, ${$.person}, ${$.at}, ${$.language})`,
)
export const remove = statement(
  ($: Whose) => sql<{ outcome: 'done' | 'elsewhere' }>`
    select house.remove_second_step(${$.login}, ${$.district}, ${$.person}, ${$.at}, ${$.language}) as outcome`,
)
export const ask = statement(
  ($: { id: string; login: string; at: Date; until: Date }) => sql`
    select house.ask_for_second_step_link(${$.id}, ${$.login}, ${$.at}, ${$.until})`,
)
