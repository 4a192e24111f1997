import { encode } from 'uqr'
import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import type { Desk } from './desk.ts'
import { tellOfChange } from './letters.ts'
import { tries } from './limits.ts'
import type { Session } from './sessions.ts'
import { totpAddress } from './totp.ts'
import { enter } from './ways-in.ts'

/** Dark and light squares, row by row. */
export type Picture = readonly (readonly boolean[])[]

/** What the set-up page shows: the secret as text, as an address and as a picture. */
export type Offer = { secret: string; address: string; picture: Picture }

export async function offerSecondStep(desk: Desk, session: Session): Promise<Offer> {
  const [secret, account] = await Promise.all([
    desk.secondStep.offer(session.loginId),
    desk.accounts.findById(session.loginId),
  ])
  const address = totpAddress({ secret, issuer: 'Throughline', account: account?.email ?? '' })
  return { secret, address, picture: encode(address, { ecc: 'M', border: 0 }).data }
}

export type SetUp =
  | { outcome: 'wrong' }
  | { outcome: 'nothing_in_force' }
  /** A session that was waiting for this is full now and has a new token; one that was full keeps its own. */
  | { outcome: 'done'; codes: string[]; token: string | undefined; email: string }

/**
 * Takes the first code of an app, and hands out ten recovery codes. An app used before stops working.
 * @throws Problem too_many, sign_in_needed
 */
export async function setUpSecondStep(
  desk: Desk,
  session: Session,
  { typed, language }: { typed: string; language: Language },
): Promise<SetUp> {
  const now = desk.clock.now()
  const { loginId } = session
  const own = { what: `set up ${loginId}`, most: tries.account }
  if (!(await desk.throttle.take([own], now))) throw new Problem('too_many')
  if (!(await desk.secondStep.accept({ loginId, typed, now }))) return { outcome: 'wrong' }
  await desk.throttle.clear([own.what])
  await desk.trail.byAnyone(loginId, { name: 'second_step.set_up', at: now })
  const codes = await desk.secondStep.renewRecoveryCodes(loginId)
  const account = await desk.accounts.findById(loginId)
  const email = account?.email ?? ''
  if (session.stage === 'set_up') {
    const entry = await enter(desk, session, 'set_up')
    return entry.outcome === 'full'
      ? { outcome: 'done', codes, token: entry.token, email }
      : { outcome: 'nothing_in_force' }
  }
  await tellOfChange(desk, { to: email, about: 'second_step', language })
  return { outcome: 'done', codes, token: undefined, email }
}
