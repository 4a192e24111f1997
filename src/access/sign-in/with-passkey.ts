import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import type { Place } from '../assignments.ts'
import type { Desk } from './desk.ts'
import { tellOfChange } from './letters.ts'
import { tries } from './limits.ts'
import type { Judged } from './passkeys.ts'
import { placesOf } from './places.ts'
import type { Session } from './sessions.ts'
import { networkOf } from './throttle.ts'
import type { Entry, Knock } from './ways-in.ts'
import type { Made, Used } from './webauthn.ts'

/** What a person does with passkeys. Each is written down before it takes effect, or as it did not. */

type Signed = Session & { place: Place }

type Told = { about: 'passkey_added' | 'passkey_removed'; language: Language }

async function tell(desk: Desk, loginId: string, { about, language }: Told) {
  const account = await desk.accounts.findById(loginId)
  if (account !== undefined) await tellOfChange(desk, { to: account.email, about, language })
}

/** Adds a passkey for whoever just proved who they are, and tells them by mail. @returns whether it fits */
export async function addPasskey(
  desk: Desk,
  session: Signed,
  { made, label, judged, language }: { made: Made; label: string; judged: Judged; language: Language },
): Promise<boolean> {
  const { loginId, place } = session
  const said = await desk.passkeys.accept({ loginId, made }, judged)
  if (said === undefined) return false
  const { now } = judged
  await desk.trail.byPerson(place, { name: 'passkey.added', at: now })
  await desk.passkeys.keep({ loginId, label, made, said, now })
  await tell(desk, loginId, { about: 'passkey_added', language })
  return true
}

/** Removes one of the person's own. @throws Problem not_found */
export async function removePasskey(
  desk: Desk,
  session: Signed,
  { id, language }: { id: string; language: Language },
): Promise<void> {
  const { loginId, place } = session
  if (!(await desk.passkeys.list(loginId)).some((each) => each.id === id)) throw new Problem('not_found')
  await desk.trail.byPerson(place, { name: 'passkey.removed', at: desk.clock.now() })
  await desk.passkeys.remove(loginId, id)
  await tell(desk, loginId, { about: 'passkey_removed', language })
}

/**
 * Judges the answer of a passkey, counted by network.
 * @returns whose it is, or undefined when nobody's or when it does not fit
 * @throws Problem too_many
 */
export async function whoAnswers(
  desk: Desk,
  used: Used,
  { judged, knock }: { judged: Judged; knock: Knock },
): Promise<string | undefined> {
  const network = { what: `passkey ${networkOf(knock.ip)}`, most: tries.address }
  if (!(await desk.throttle.take([network], judged.now))) throw new Problem('too_many')
  const known = await desk.passkeys.find(used.credentialId)
  if (known === undefined) return undefined
  if (await desk.passkeys.use(known, used, judged)) {
    await desk.throttle.giveBack([network.what])
    return known.login_id
  }
  const detail = { because: 'passkey' }
  await desk.trail.byAnyone(known.login_id, { name: 'sign_in.failed', at: judged.now, detail })
  return undefined
}

/** Signs in with a passkey: it is both proofs at once. @throws Problem too_many */
export async function withPasskey(
  desk: Desk,
  used: Used,
  given: { judged: Judged; knock: Knock },
): Promise<Entry> {
  const { now } = given.judged
  const loginId = await whoAnswers(desk, used, given)
  if (loginId === undefined) return { outcome: 'wrong' }
  const [place] = await placesOf(desk.auth, loginId, now)
  if (place === undefined) {
    const detail = { because: 'nothing_in_force' }
    await desk.trail.byAnyone(loginId, { name: 'sign_in.failed', at: now, detail })
    return { outcome: 'nothing_in_force' }
  }
  await desk.trail.byPerson(place, { name: 'session.opened', at: now, detail: { by: 'passkey' } })
  const opening = { loginId, stage: 'full', provenAt: now, place } as const
  const token = await desk.sessions.open(opening, { ...given.knock, now })
  const account = await desk.accounts.findById(loginId)
  const { shared = false } = given.knock
  return { outcome: 'full', token, email: account?.email ?? '', shared }
}

/** Proves once more who the person is. @returns the new session token, undefined when it does not fit */
export async function proveWithPasskey(
  desk: Desk,
  session: Signed,
  { used, ...given }: { used: Used; judged: Judged; knock: Knock },
): Promise<string | undefined> {
  const { now } = given.judged
  if ((await whoAnswers(desk, used, given)) !== session.loginId) return undefined
  await desk.trail.byPerson(session.place, { name: 'session.proven', at: now })
  return desk.sessions.renew(session, { now, provenAt: now })
}
