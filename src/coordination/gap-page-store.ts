import { sql } from 'kysely'

/** The same as values of a statement, within the reach of whoever asks. */
export type PageValues = {
  district: string
  schools: readonly string[] | null
  now: Date
  today: string
  at: Date | null
  after: string | null
  limit: number
}

/** Whether a row comes after the last one of the page before, in the order of its day and id. */
export const comesAfter = ($: PageValues, dueAt: string) => {
  const order = sql`(${sql.ref(dueAt)}, f.id)`
  return sql`(${$.at}::timestamptz is null or ${order} > (${$.at}, ${$.after}::uuid))`
}
