import { isOnlyFamily } from '../assignments.ts'
import type { Account } from './accounts.ts'
import type { Desk } from './desk.ts'
import { judgePassword } from './judge-password.ts'
import type { Invitation } from './links-store.ts'
import type { PasswordObstacle } from './password-rules.ts'
import { type Invited } from './people-store.ts'
import { findPerson, joinLogin } from './people.ts'
import { accountFor } from './provide-login.ts'
import { addressOf, admit, type Entry, isOwnPassword, type Knock } from './ways-in.ts'

/** An invitation that works, whom it is for, and the account they have already, if they have one. */
export type OpenInvitation = {
  link: Invitation
  person: Invited & { email: string }
  account: (Account & { passwordHash: string }) | undefined
  /** Nothing will stand behind the password: it has to be long. */
  alone: boolean
}

const hasPassword = (account: Account | undefined): account is Account & { passwordHash: string } =>
  account?.passwordHash !== undefined

/** What the invitation says, without using it up; undefined when it does not work (any more). */
export async function findInvitation(desk: Desk, token: string): Promise<OpenInvitation | undefined> {
  const now = desk.clock.now()
  const link = await desk.links.find('invitation', token, now)
  if (link === undefined) return undefined
  const person = await findPerson(desk.db, { districtId: link.district_id, personId: link.person_id }, now)
  if (person === undefined || person.email === null) return undefined
  const held = person.loginId === null ? undefined : await desk.accounts.findById(person.loginId)
  const email = held?.email ?? addressOf(person.email)
  const account = await desk.accounts.find(email)
  return {
    link,
    person: { ...person, email },
    account: hasPassword(account) ? account : undefined,
    alone: isOnlyFamily(person.roles),
  }
}

export type TakenUp = { outcome: 'refused'; because: PasswordObstacle[] } | { outcome: 'gone' } | Entry

/**
 * Takes an invitation up: a password for a new account, or the one of an account the person has. Uses the
 * link up; when the rest cannot be done, the link works again.
 * @throws Problem too_many, busy
 */
export async function takeUpInvitation(
  desk: Desk,
  invitation: OpenInvitation,
  { password, knock }: { password: string; knock: Knock },
): Promise<TakenUp> {
  const { link, person, account, alone } = invitation
  const now = desk.clock.now()
  if (account === undefined) {
    const because = await judgePassword(desk, password, {
      about: [person.name, person.email, person.districtName],
      alone,
    })
    if (because.length > 0) return { outcome: 'refused', because }
    // Whoever has an account already proves that it is theirs: an invitation never sets a password anew.
  } else if (!(await isOwnPassword(desk, account, { password, knock }))) return { outcome: 'wrong' }
  if (!(await desk.links.use(link.id, now))) return { outcome: 'gone' }
  try {
    const loginId = account?.id ?? (await accountFor(desk, person.email))
    if (account === undefined) await desk.accounts.setPassword(loginId, password)
    await joinLogin(desk.db, person, { loginId, at: now, name: 'invitation.taken_up' })
    return await admit(desk, { id: loginId, email: person.email }, knock)
  } catch (error) {
    await desk.links.putBack(link.id)
    throw error
  }
}
