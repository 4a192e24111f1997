import type { Desk } from './desk.ts'
import { findPerson, joinLogin, type PersonKey } from './people.ts'
import { addressOf } from './ways-in.ts'

/** A sign-in account for somebody who is seeded or added from the command line. */
export type ProvidedLogin = PersonKey & {
  email: string
  password?: string
  /** Argon2id in PHC form: one hash made once serves a whole cast. */
  passwordHash?: string
  /** The secret of an authenticator app, 32 letters and digits. */
  totpSecret?: string
}

/**
 * Gives a person an account without an invitation, and whatever it is proven with. Safe to run again.
 * @returns the id of the account
 * @throws when the person is not there, or has another account
 */
export async function provideLogin(desk: Desk, given: ProvidedLogin): Promise<string> {
  const { password, passwordHash, totpSecret, ...person } = given
  const now = desk.clock.now()
  const known = await findPerson(desk.db, person, now)
  if (known === undefined) throw new Error('There is no such person')
  const email = addressOf(given.email)
  const loginId = known.loginId ?? (await accountFor(desk, email))
  if (passwordHash !== undefined) await desk.accounts.setHash(loginId, passwordHash)
  else if (password !== undefined) await desk.accounts.setPassword(loginId, password)
  if (totpSecret !== undefined) await desk.secondStep.put({ loginId, secret: totpSecret, now })
  if (known.loginId === null) await joinLogin(desk.db, person, { loginId, at: now, name: 'login.provided' })
  return loginId
}

/** The account of an address, made when there is none; two requests at once make one. */
export async function accountFor(desk: Desk, email: string): Promise<string> {
  const found = await desk.accounts.find(email)
  if (found !== undefined) return found.id
  try {
    return await desk.accounts.create(email)
  } catch (error) {
    const meanwhile = await desk.accounts.find(email)
    if (meanwhile === undefined) throw error
    return meanwhile.id
  }
}
