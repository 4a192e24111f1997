import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** What puts a student at risk, and what is missing nearby. */
export const videoReasons = ['high_need', 'missed_school', 'waits_too_long', 'crisis_before'] as const
export const localGaps = ['no_local_service', 'no_local_room', 'no_way_there', 'no_local_language'] as const

/** Why visits by video come first for a student, and which gap nearby they bridge. */
export type VideoFirst = {
  readonly reason: (typeof videoReasons)[number]
  readonly gap: (typeof localGaps)[number]
  readonly byName: string
  readonly at: Date
}
type Of = { district: string; id: string }
export const of = statement(
  ($: Of) => sql<VideoFirst>`
    select f.video_first_reason as reason, f.video_first_gap as gap, p.name as "byName", f.video_first_at as at
    from referral f join person p on p.district_id = f.district_id and p.id = f.video_first_by
    where f.district_id = ${$.district} and f.id = ${$.id}`,
)

export const put = statement(
  ($: Of & { reason: string; gap: string; by: string; now: Date; version: number }) => sql`
    update referral set video_first_reason = ${$.reason}, video_first_gap = ${$.gap}, video_first_by = ${$.by},
      video_first_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
