import { type RawBuilder, sql } from 'kysely'
import { careTeam, type Role, triageStaff } from '#access/roles.ts'
import { incidentReviewers } from '#debriefs/contract.ts'
import { drillReaders } from '#drills/contract.ts'
import { escalationLeads } from '#escalations/contract.ts'
import { reviewers } from '#reviews/contract.ts'

/** In which roles people find each kind on a list of theirs. */
export const readers = {
  care: careTeam,
  crisis: ['crisis_lead', 'designated_lead'],
  debrief: incidentReviewers,
  drill: drillReaders,
  lead: escalationLeads,
  review: reviewers,
  triage: triageStaff,
} as const satisfies Record<string, readonly Role[]>

export type Values = { district: string; now: Date; late: Date; stale: Date } & Record<
  keyof typeof readers,
  readonly Role[]
>

export const none = sql`null::uuid`
/** Nobody was named for it: it is read by role. */
export const byRole = sql`null::uuid[]`
export const anyRisk = sql`true`
/**
 * A day somebody works towards. On the list of its owner it shows as late once it is over; one nobody moved
 * for a week is a clock that stands, and whoever leads hears of it.
 */
export const dayRuns = ($: Values, on: RawBuilder<unknown>) =>
  sql`coalesce(${on} >= (${$.stale}::timestamptz at time zone d.time_zone)::date, false)`
export const timeRuns = ($: Values, at: RawBuilder<unknown>) => sql`coalesce(${at} > ${$.stale}, false)`
