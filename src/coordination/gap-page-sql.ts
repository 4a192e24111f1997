import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'

/** Which page of a list of gaps is asked for: from a row on, at an instant of a calendar day. */
export type GapPage = { now: Date; today: string; after: { at: Date; id: string } | undefined; limit: number }

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

export const pageValues = (actor: Actor, { now, today, after, limit }: GapPage): PageValues => ({
  district: actor.districtId,
  schools: schoolsInReach(actor),
  now,
  today,
  at: after?.at ?? null,
  after: after?.id ?? null,
  limit,
})

/** Whether a row comes after the last one of the page before, in the order of its day and id. */
export const comesAfter = ($: PageValues, dueAt: string) => {
  const order = sql`(${sql.ref(dueAt)}, f.id)`
  return sql`(${$.at}::timestamptz is null or ${order} > (${$.at}, ${$.after}::uuid))`
}
