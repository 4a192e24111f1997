import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Place } from '../assignments.ts'

/** How far a session has come. Only the last two open anything but the next step. */
export type Stage = 'second_step' | 'set_up' | 'full' | 'demo'

export type SessionRow = {
  session_id: string
  login_id: string
  stage: Stage
  created_at: Date
  proven_at: Date | null
  chosen: string | null
  shared: boolean
} & (Place | { [K in keyof Place]: null })

/** One line of a person's own list of sessions. */
export type Listed = {
  id: string
  startedAt: Date
  usedAt: Date
  ip: string | null
  browser: string | null
  shared: boolean
}

/** Since when a session must have been used to be alive: sooner on a device that others use too. */
export type Idle = { idleSince: Date; sharedIdleSince: Date }
const isUsed = ($: Idle) =>
  sql`s.updated_at > case when p.shared then ${$.sharedIdleSince}::timestamptz else ${$.idleSince} end`

/**
 * One query a request: the session if it is alive, a note that it was used, and what its person may act as.
 */
export const find = statement(
  ($: Idle & { token: string; now: Date; touchedBefore: Date }) => sql<SessionRow>`
    with alive as (
      select s.id as session_id, s.login_id, p.stage, s.created_at, p.proven_at, p.assignment_id as chosen, p.shared, s.updated_at
      from session s join session_place p on p.session_id = s.id
      where s.token = ${$.token} and s.expires_at > ${$.now} and ${isUsed($)}
    ), used as (
      update session set updated_at = ${$.now}
      where id in (select session_id from alive where updated_at < ${$.touchedBefore})
    )
    select a.session_id, a.login_id, a.stage, a.created_at, a.proven_at, a.chosen, a.shared, places.*
    from alive a left join lateral house.places_of(a.login_id, ${$.now}) as places on true
    order by places.number`,
)
export const placeOf = statement(
  ($: {
    session: string
    stage: Stage
    provenAt: Date | null
    district: string | null
    assignment: string | null
    shared: boolean
  }) => sql`
    insert into session_place (session_id, stage, proven_at, district_id, assignment_id, shared)
    values (${$.session}, ${$.stage}, ${$.provenAt}, ${$.district}, ${$.assignment}, ${$.shared})`,
)
export const renew = statement(
  ($: {
    id: string
    token: string
    next: string
    now: Date
    endsAt: Date
    stage: Stage
    provenAt: Date | null
  }) => sql`
    with renewed as (
      update session set token = ${$.next}, updated_at = ${$.now}, expires_at = ${$.endsAt}
      where id = ${$.id} and token = ${$.token} returning id
    )
    update session_place set stage = ${$.stage}, proven_at = ${$.provenAt}
    where session_id in (select id from renewed)`,
)
export const choose = statement(
  ($: { id: string; district: string; assignment: string }) => sql`
    update session_place set district_id = ${$.district}, assignment_id = ${$.assignment} where session_id = ${$.id}`,
)
export const end = statement(($: { id: string }) => sql`delete from session where id = ${$.id}`)
export const endAll = statement(
  ($: { login: string }) => sql`delete from session where login_id = ${$.login}`,
)
export const list = statement(
  ($: Idle & { login: string; now: Date }) => sql<Listed>`
    select s.id, s.created_at as "startedAt", s.updated_at as "usedAt", s.ip_address as ip, s.user_agent as browser,
      p.shared
    from session s join session_place p on p.session_id = s.id
    where s.login_id = ${$.login} and s.expires_at > ${$.now} and ${isUsed($)}
      and p.stage in ('full', 'demo')
    order by s.updated_at desc, s.id`,
)
export const forgetEnded = statement(
  ($: { now: Date; idleSince: Date }) => sql`
    delete from session where expires_at <= ${$.now} or updated_at <= ${$.idleSince}`,
)
