import { notFound, Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import type { Desk } from './desk.ts'
import { tellOfChange } from './letters.ts'
import { lasting } from './limits.ts'
import type { Session } from './sessions.ts'
import { isOwnPassword, isProof, type Knock } from './ways-in.ts'

/** What a person does to their own session. Each is written down before it takes effect. */

/**
 * Acts through another assignment from now on, under a new session token.
 * @throws Problem not_found for an assignment that is not theirs or not in force
 */
export async function chooseAssignment(desk: Desk, session: Session, assignmentId: string): Promise<string> {
  const now = desk.clock.now()
  const place = session.places.find((each) => each.assignment_id === assignmentId) ?? notFound()
  await desk.trail.byPerson(place, { name: 'assignment.chosen', at: now })
  await desk.sessions.choose(session, place)
  const token = await desk.sessions.renew(session, { now })
  if (token === undefined) throw new Problem('sign_in_needed')
  return token
}

/** Whether the person proved who they are so recently that something grave need not ask again. */
export const isFresh = (session: Session, now: Date): boolean =>
  session.stage === 'demo' ||
  (session.provenAt !== null && now.getTime() - session.provenAt.getTime() <= lasting.proof)

/** What somebody proves anew who they are with: their app, or the password where they have none. */
export const provesWith = async (desk: Desk, { loginId }: Session): Promise<'code' | 'password'> =>
  (await desk.secondStep.isSetUp(loginId)) ? 'code' : 'password'

async function isAgain(desk: Desk, session: Session, { typed, knock }: { typed: string; knock: Knock }) {
  if ((await provesWith(desk, session)) === 'code') return isProof(desk, session, { by: 'code', typed })
  const held = await desk.accounts.findById(session.loginId)
  const account = held && (await desk.accounts.find(held.email))
  return account !== undefined && isOwnPassword(desk, account, { password: typed, knock })
}

/** Proves once more who the person is. @returns the new session token, undefined for what does not fit */
export async function proveAgain(
  desk: Desk,
  session: Session,
  given: { typed: string; knock: Knock },
): Promise<string | undefined> {
  if (!(await isAgain(desk, session, given))) return undefined
  const now = desk.clock.now()
  if (session.place !== undefined)
    await desk.trail.byPerson(session.place, { name: 'session.proven', at: now })
  return desk.sessions.renew(session, { now, provenAt: now })
}

/** Ends the session on the server: its token opens nothing any more. */
export async function signOut(desk: Desk, session: Session): Promise<void> {
  const at = desk.clock.now()
  if (session.place !== undefined) await desk.trail.byPerson(session.place, { name: 'session.ended', at })
  await desk.sessions.end(session.id)
}

/** Ends one of the person's other sessions. @throws Problem not_found */
export async function signOutThere(desk: Desk, session: Session, sessionId: string): Promise<void> {
  const at = desk.clock.now()
  const theirs = await desk.sessions.list(session.loginId, at)
  if (!theirs.some(({ id }) => id === sessionId)) notFound()
  if (session.place !== undefined) await desk.trail.byPerson(session.place, { name: 'session.ended', at })
  await desk.sessions.end(sessionId)
}

/** Ends every session of the person, this one too. */
export async function signOutEverywhere(desk: Desk, session: Session): Promise<void> {
  const at = desk.clock.now()
  if (session.place !== undefined) await desk.trail.byPerson(session.place, { name: 'sessions.ended', at })
  await desk.sessions.endAll(session.loginId)
}

/** Ten new recovery codes, shown once. The person is told by mail that they were made. */
export async function renewRecoveryCodes(
  desk: Desk,
  session: Session,
  language: Language,
): Promise<string[]> {
  const at = desk.clock.now()
  const { place, loginId } = session
  if (place !== undefined) await desk.trail.byPerson(place, { name: 'recovery_codes.renewed', at })
  const codes = await desk.secondStep.renewRecoveryCodes(loginId)
  const account = await desk.accounts.findById(loginId)
  if (account !== undefined)
    await tellOfChange(desk, { to: account.email, about: 'recovery_codes', language })
  return codes
}
