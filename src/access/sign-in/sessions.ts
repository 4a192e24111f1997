import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Place } from '../assignments.ts'
import { placeInUse } from '../assignments.ts'
import type { Accounts } from './accounts.ts'
import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'
import { hashOf, isToken, newToken } from './secrets.ts'

/** How far a session has come. Only the last two open anything but the next step. */
export type Stage = 'second_step' | 'set_up' | 'full' | 'demo'

/** A session that is alive, and everything its person may act as now. */
export type Session = {
  id: string
  token: string
  loginId: string
  stage: Stage
  startedAt: Date
  provenAt: Date | null
  places: readonly Place[]
  /** The assignment in use; undefined when none is in force. */
  place: Place | undefined
}

type Row = {
  session_id: string
  login_id: string
  stage: Stage
  created_at: Date
  proven_at: Date | null
  chosen: string | null
} & (Place | { [K in keyof Place]: null })

const kept = (token: string) => hashOf(token).toString('hex')

// One query a request: the session if it is alive, a note that it was used, and what its person may act as now.
const find = statement(
  ($: { token: string; now: Date; idleSince: Date; touchedBefore: Date }) => sql<Row>`
    with alive as (
      select s.id as session_id, s.login_id, p.stage, s.created_at, p.proven_at, p.assignment_id as chosen, s.updated_at
      from session s join session_place p on p.session_id = s.id
      where s.token = ${$.token} and s.expires_at > ${$.now} and s.updated_at > ${$.idleSince}
    ), used as (
      update session set updated_at = ${$.now}
      where id in (select session_id from alive where updated_at < ${$.touchedBefore})
    )
    select a.session_id, a.login_id, a.stage, a.created_at, a.proven_at, a.chosen, places.*
    from alive a left join lateral house.places_of(a.login_id, ${$.now}) as places on true
    order by places.number`,
)
const placeOf = statement(
  ($: { session: string; stage: Stage; provenAt: Date | null; district: string | null; assignment: string | null }) => sql`
    insert into session_place (session_id, stage, proven_at, district_id, assignment_id)
    values (${$.session}, ${$.stage}, ${$.provenAt}, ${$.district}, ${$.assignment})`,
)
const renew = statement(
  ($: { id: string; token: string; next: string; now: Date; endsAt: Date; stage: Stage; provenAt: Date | null }) => sql`
    with renewed as (
      update session set token = ${$.next}, updated_at = ${$.now}, expires_at = ${$.endsAt}
      where id = ${$.id} and token = ${$.token} returning id
    )
    update session_place set stage = ${$.stage}, proven_at = ${$.provenAt}
    where session_id in (select id from renewed)`,
)
const choose = statement(
  ($: { id: string; district: string; assignment: string }) => sql`
    update session_place set district_id = ${$.district}, assignment_id = ${$.assignment} where session_id = ${$.id}`,
)
const end = statement(($: { id: string }) => sql`delete from session where id = ${$.id}`)
const endAll = statement(($: { login: string }) => sql`delete from session where login_id = ${$.login}`)
const list = statement(
  ($: { login: string; now: Date; idleSince: Date }) => sql<Listed>`
    select s.id, s.created_at as "startedAt", s.updated_at as "usedAt", s.ip_address as ip, s.user_agent as browser
    from session s join session_place p on p.session_id = s.id
    where s.login_id = ${$.login} and s.expires_at > ${$.now} and s.updated_at > ${$.idleSince}
      and p.stage in ('full', 'demo')
    order by s.updated_at desc, s.id`,
)
const forgetEnded = statement(
  ($: { now: Date; idleSince: Date }) => sql`
    delete from session where expires_at <= ${$.now} or updated_at <= ${$.idleSince}`,
)

/** One line of a person's own list of sessions. */
export type Listed = { id: string; startedAt: Date; usedAt: Date; ip: string | null; browser: string | null }

/** Where and in what a session is opened. */
export type Visitor = { ip: string; browser: string }

export type Opening = { loginId: string; stage: Stage; provenAt: Date | null; place?: Place | undefined }

/** How long a session of a stage may last at most. */
const longest = (stage: Stage) => (stage === 'full' || stage === 'demo' ? lasting.session : lasting.unfinished)

const isPlace = (row: Row): row is Row & Place => row.assignment_id !== null

/** Sessions, as rows whose tokens only the browser has. Every way in gives the session a new token. */
export class Sessions {
  readonly #auth: AuthPool
  readonly #accounts: Accounts

  constructor(auth: AuthPool, accounts: Accounts) {
    this.#auth = auth
    this.#accounts = accounts
  }

  /** The session behind a cookie: one query. */
  async find(token: string, now: Date): Promise<Session | undefined> {
    if (!isToken(token)) return undefined
    const idleSince = new Date(now.getTime() - lasting.idle)
    const touchedBefore = new Date(now.getTime() - lasting.touch)
    const rows = await this.#auth.all(find, { token: kept(token), now, idleSince, touchedBefore })
    const [first] = rows
    if (first === undefined) return undefined
    const places = rows.filter(isPlace)
    return {
      id: first.session_id,
      token,
      loginId: first.login_id,
      stage: first.stage,
      startedAt: first.created_at,
      provenAt: first.proven_at,
      places,
      place: placeInUse(places, first.chosen),
    }
  }

  /** @returns the token for the cookie */
  async open({ loginId, stage, provenAt, place }: Opening, visitor: Visitor & { now: Date }): Promise<string> {
    const token = newToken()
    const { now, ip, browser } = visitor
    const endsAt = new Date(now.getTime() + longest(stage))
    const row = { loginId, tokenHash: kept(token), startedAt: now, endsAt, ip, browser: browser.slice(0, 300) }
    const session = await this.#accounts.openSession(row)
    const [district, assignment] = [place?.district_id ?? null, place?.assignment_id ?? null]
    await this.#auth.run(placeOf, { session, stage, provenAt, district, assignment })
    return token
  }

  /**
   * Gives the session a new token: after the second step, after a new proof, at a change of assignment. The old token
   * stops at once.
   * @returns the new token, or undefined when the session was renewed or ended meanwhile
   */
  async renew(session: Session, to: { now: Date; stage?: Stage; provenAt?: Date }): Promise<string | undefined> {
    const next = newToken()
    const { now, stage = session.stage, provenAt = session.provenAt } = to
    const startsAnew = session.stage !== stage
    const from = startsAnew ? now : session.startedAt
    const endsAt = new Date(from.getTime() + longest(stage))
    const values = { id: session.id, token: kept(session.token), next: kept(next), now, endsAt, stage, provenAt }
    return (await this.#auth.run(renew, values)) === 1 ? next : undefined
  }

  async choose(session: Session, place: Place): Promise<void> {
    const { district_id: district, assignment_id: assignment } = place
    await this.#auth.run(choose, { id: session.id, district, assignment })
  }

  async end(id: string): Promise<void> {
    await this.#auth.run(end, { id })
  }

  /** Ends every session of an account. @returns how many there were */
  endAll(loginId: string): Promise<number> {
    return this.#auth.run(endAll, { login: loginId })
  }

  /** The account's sessions that are alive, the last used first. */
  list(loginId: string, now: Date): Promise<Listed[]> {
    return this.#auth.all(list, { login: loginId, now, idleSince: new Date(now.getTime() - lasting.idle) })
  }

  async forgetEnded(now: Date): Promise<void> {
    await this.#auth.run(forgetEnded, { now, idleSince: new Date(now.getTime() - lasting.idle) })
  }
}
