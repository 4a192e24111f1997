import { type Place, placeInUse } from '../assignments.ts'
import type { Accounts } from './accounts.ts'
import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'
import { hashOf, isToken, newToken } from './secrets.ts'
import * as store from './session-store.ts'
import type { Idle, Listed, SessionRow, Stage } from './session-store.ts'

export type { Listed } from './session-store.ts'

/** A session that is alive, and everything its person may act as now. */
export type Session = {
  id: string
  token: string
  loginId: string
  stage: Stage
  startedAt: Date
  provenAt: Date | null
  /** Whether others use the device too. */
  shared: boolean
  places: readonly Place[]
  /** The assignment in use; undefined when none is in force. */
  place: Place | undefined
}

const kept = (token: string) => hashOf(token).toString('hex')

/** Where and in what a session is opened, and whether others use that device too. */
export type Visitor = { ip: string; browser: string; shared?: boolean }

export type Opening = { loginId: string; stage: Stage; provenAt: Date | null; place?: Place | undefined }

/** How long a session of a stage may last at most. */
function longest(stage: Stage, shared: boolean): number {
  if (stage !== 'full' && stage !== 'demo') return lasting.unfinished
  return shared ? lasting.sharedSession : lasting.session
}

const since = (now: Date): Idle => ({
  idleSince: new Date(now.getTime() - lasting.idle),
  sharedIdleSince: new Date(now.getTime() - lasting.sharedIdle),
})

const isPlace = (row: SessionRow): row is SessionRow & Place => row.assignment_id !== null

/** Sessions, as rows whose tokens only the browser has. Every way in gives the session a new token. */
export class Sessions {
  readonly #auth: AuthPool
  readonly #accounts: Accounts

  constructor(auth: AuthPool, accounts: Accounts) {
    this.#auth = auth
    this.#accounts = accounts
  }

  /**
   * The session behind a cookie: one query.
   * @param how.unused whether it is only asked about, and not used: it ends as if nobody had
   */
  async find(token: string, now: Date, { unused = false } = {}): Promise<Session | undefined> {
    if (!isToken(token)) return undefined
    const touchedBefore = unused ? new Date(0) : new Date(now.getTime() - lasting.touch)
    const rows = await this.#auth.all(store.find, { token: kept(token), now, ...since(now), touchedBefore })
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
      shared: first.shared,
      places,
      place: placeInUse(places, first.chosen),
    }
  }

  /** @returns the token for the cookie */
  async open(
    { loginId, stage, provenAt, place }: Opening,
    visitor: Visitor & { now: Date },
  ): Promise<string> {
    const token = newToken()
    const { now, ip, browser, shared = false } = visitor
    const endsAt = new Date(now.getTime() + longest(stage, shared))
    const row = {
      loginId,
      tokenHash: kept(token),
      startedAt: now,
      endsAt,
      ip,
      browser: browser.slice(0, 300),
    }
    const session = await this.#accounts.openSession(row)
    const [district, assignment] = [place?.district_id ?? null, place?.assignment_id ?? null]
    await this.#auth.run(store.placeOf, { session, stage, provenAt, district, assignment, shared })
    return token
  }

  /**
   * Gives the session a new token: after the second step, after a new proof, at a change of assignment. The
   * old token stops at once.
   * @returns the new token, or undefined when the session was renewed or ended meanwhile
   */
  async renew(
    session: Session,
    to: { now: Date; stage?: Stage; provenAt?: Date },
  ): Promise<string | undefined> {
    const next = newToken()
    const { now, stage = session.stage, provenAt = session.provenAt } = to
    const startsAnew = session.stage !== stage
    const from = startsAnew ? now : session.startedAt
    const endsAt = new Date(from.getTime() + longest(stage, session.shared))
    const values = {
      id: session.id,
      token: kept(session.token),
      next: kept(next),
      now,
      endsAt,
      stage,
      provenAt,
    }
    return (await this.#auth.run(store.renew, values)) === 1 ? next : undefined
  }

  async choose(session: Session, place: Place): Promise<void> {
    const { district_id: district, assignment_id: assignment } = place
    await this.#auth.run(store.choose, { id: session.id, district, assignment })
  }

  async end(id: string): Promise<void> {
    await this.#auth.run(store.end, { id })
  }

  /** Ends every session of an account. @returns how many there were */
  endAll(loginId: string): Promise<number> {
    return this.#auth.run(store.endAll, { login: loginId })
  }

  /** The account's sessions that are alive, the last used first. */
  list(loginId: string, now: Date): Promise<Listed[]> {
    return this.#auth.all(store.list, { login: loginId, now, ...since(now) })
  }

  async forgetEnded(now: Date): Promise<void> {
    await this.#auth.run(store.forgetEnded, { now, idleSince: since(now).idleSince })
  }
}
