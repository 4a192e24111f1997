import { Problem } from '#platform/problem.ts'
import { isOnlyFamily } from '../assignments.ts'
import type { Account } from './accounts.ts'
import type { Desk } from './desk.ts'
import { knownBrowser } from './known-browser.ts'
import { everywhere, tries } from './limits.ts'
import { placesOf } from './places.ts'
import type { Session, Visitor } from './sessions.ts'
import { type Counted, networkOf } from './throttle.ts'

/** Who knocks: where from, in what, and the cookie of a browser that may be known. */
export type Knock = Visitor & { known: string | undefined }

/** What came of a try: nothing, the next step, or everything. A token is for the session cookie. */
export type Entry =
  | { outcome: 'wrong' }
  | { outcome: 'nothing_in_force' }
  /** The second step was removed: a link to the address on record lets them set one up, and nothing else. */
  | { outcome: 'link_owed' }
  | { outcome: 'second_step' | 'set_up' | 'full'; token: string; email: string; shared: boolean }

/** Longer than any password can be, even spelled out: the rest cannot matter. */
const longest = 4096

/** How an address is compared: as it is stored. */
export const addressOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/**
 * What a try at an account is counted by: the browser where it is known, else the account, the network, and
 * with all others that were wrong.
 */
export function countedFor(
  desk: Desk,
  email: string,
  { ip, known }: Knock,
): { own: Counted; shared: Counted[] } {
  const browser = knownBrowser(desk.keys.browser, known, { email, now: desk.clock.now() })
  const what = browser === undefined ? `account ${email}` : `browser ${browser} ${email}`
  const network = { what: `network ${networkOf(ip)}`, most: tries.address }
  return {
    own: { what, most: tries.account, inARow: tries.inARow },
    shared: browser === undefined ? [network, everywhere.tries] : [],
  }
}

/**
 * Judges the password of an account that is known already, counted as at the door.
 * @throws Problem too_many, busy
 */
export async function isOwnPassword(
  desk: Desk,
  account: Account,
  { password, knock }: { password: string; knock: Knock },
): Promise<boolean> {
  const now = desk.clock.now()
  const { own, shared } = countedFor(desk, account.email, knock)
  if (!(await desk.throttle.take([own, ...shared], now))) throw new Problem('too_many')
  if (!(await desk.accounts.isPassword(account, password.slice(0, longest)))) {
    await desk.trail.byAnyone(account.id, {
      name: 'sign_in.failed',
      at: now,
      detail: { because: 'password' },
    })
    return false
  }
  await desk.throttle.clear([own.what])
  await desk.throttle.giveBack(shared.map(({ what }) => what))
  return true
}

/**
 * Opens a session after the password was right: full only where nothing more is owed.
 * @param knock.byLink whether they came by the link that lets them set up a second step anew
 */
export async function admit(
  desk: Desk,
  account: Pick<Account, 'id' | 'email'>,
  { byLink = false, ...knock }: Visitor & { byLink?: boolean },
): Promise<Entry> {
  const now = desk.clock.now()
  const { id: loginId, email } = account
  const [places, isSetUp, isLinkOwed] = await Promise.all([
    placesOf(desk.auth, loginId, now),
    desk.secondStep.isSetUp(loginId),
    desk.secondStep.isLinkOwed(loginId),
  ])
  if (isLinkOwed && !byLink) return { outcome: 'link_owed' }
  const [place] = places
  if (place === undefined) {
    await desk.trail.byAnyone(loginId, {
      name: 'sign_in.failed',
      at: now,
      detail: { because: 'nothing_in_force' },
    })
    return { outcome: 'nothing_in_force' }
  }
  const alone = isOnlyFamily(places) && !isLinkOwed
  const outcome = isSetUp ? 'second_step' : alone ? 'full' : 'set_up'
  const provenAt = outcome === 'full' ? now : null
  if (outcome === 'full') {
    await desk.trail.byPerson(place, { name: 'session.opened', at: now, detail: { by: 'password' } })
  }
  const token = await desk.sessions.open({ loginId, stage: outcome, provenAt, place }, { ...knock, now })
  return { outcome, token, email, shared: knock.shared ?? false }
}

/**
 * The first step. A wrong password and an address nobody has are the same answer after the same work.
 * @throws Problem too_many, busy
 */
export async function withPassword(
  desk: Desk,
  { email: typed, password }: { email: string; password: string },
  knock: Knock,
): Promise<Entry> {
  const now = desk.clock.now()
  const email = addressOf(typed)
  const { own, shared } = countedFor(desk, email, knock)
  if (!(await desk.throttle.take([own, ...shared], now))) throw new Problem('too_many')
  const account = await desk.accounts.find(email)
  if (!(await desk.accounts.isPassword(account, password.slice(0, longest)))) {
    if (account !== undefined) {
      await desk.trail.byAnyone(account.id, {
        name: 'sign_in.failed',
        at: now,
        detail: { because: 'password' },
      })
    }
    return { outcome: 'wrong' }
  }
  await desk.throttle.clear([own.what])
  await desk.throttle.giveBack(shared.map(({ what }) => what))
  return admit(desk, account as Account, knock)
}

type Proof = { by: 'code' | 'recovery_code'; typed: string }

/**
 * Judges a code or a recovery code of the person of a session, counted by account.
 * @throws Problem too_many
 */
export async function isProof(desk: Desk, session: Session, { by, typed }: Proof): Promise<boolean> {
  const now = desk.clock.now()
  const { loginId } = session
  const own = { what: `second step ${loginId}`, most: tries.account, inARow: tries.inARow }
  if (!(await desk.throttle.take([own], now))) throw new Problem('too_many')
  const given = { loginId, typed: typed.slice(0, 40), now }
  const right =
    by === 'code' ? await desk.secondStep.isCode(given) : await desk.secondStep.useRecoveryCode(given)
  if (right) await desk.throttle.clear([own.what])
  else await desk.trail.byAnyone(loginId, { name: 'sign_in.failed', at: now, detail: { because: by } })
  return right
}

/** Makes a session full, with a new token, after its last step. It is written down first. */
export async function enter(desk: Desk, session: Session, by: string): Promise<Entry> {
  const now = desk.clock.now()
  const { place } = session
  if (place === undefined) {
    await desk.sessions.end(session.id)
    return { outcome: 'nothing_in_force' }
  }
  await desk.trail.byPerson(place, { name: 'session.opened', at: now, detail: { by } })
  const token = await desk.sessions.renew(session, { now, stage: 'full', provenAt: now })
  if (token === undefined) throw new Problem('sign_in_needed')
  const account = await desk.accounts.findById(session.loginId)
  return { outcome: 'full', token, email: account?.email ?? '', shared: session.shared }
}

/** The second step. @throws Problem too_many, sign_in_needed */
export async function withProof(desk: Desk, session: Session, proof: Proof): Promise<Entry> {
  return (await isProof(desk, session, proof)) ? enter(desk, session, proof.by) : { outcome: 'wrong' }
}
