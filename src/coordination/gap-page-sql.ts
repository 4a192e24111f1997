import { type Actor, schoolsInReach } from '#access/actor.ts'
import { type PageValues } from './gap-page-store.ts'

/** Which page of a list of gaps is asked for: from a row on, at an instant of a calendar day. */
export type GapPage = { now: Date; today: string; after: { at: Date; id: string } | undefined; limit: number }

export const pageValues = (actor: Actor, { now, today, after, limit }: GapPage): PageValues => ({
  district: actor.districtId,
  schools: schoolsInReach(actor),
  now,
  today,
  at: after?.at ?? null,
  after: after?.id ?? null,
  limit,
})
