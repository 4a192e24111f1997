import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { isOnlyFamily } from '../assignments.ts'
import type { Desk } from './desk.ts'
import { everywhere, tries } from './limits.ts'
import type { NewPasswordLink } from './links-store.ts'
import { sendNewPasswordLink, tellOfChange } from './letters.ts'
import { judgePassword } from './judge-password.ts'
import type { PasswordObstacle } from './password-rules.ts'
import { placesOf } from './places.ts'
import { networkOf } from './throttle.ts'
import { addressOf } from './ways-in.ts'

/**
 * Sends a link to a new password, if the address has an account. The answer is given before anything is
 * looked up, so that it says nothing about the address.
 * @throws Problem too_many
 */
export async function askForNewPassword(
  desk: Desk,
  { email: typed, ip, language }: { email: string; ip: string; language: Language },
): Promise<void> {
  const email = addressOf(typed)
  const now = desk.clock.now()
  const counted = [
    { what: `mail ${email}`, most: tries.mail },
    { what: `mail from ${networkOf(ip)}`, most: tries.mailByAddress },
    everywhere.mail,
  ]
  if (!(await desk.throttle.take(counted, now))) throw new Problem('too_many')
  desk.afterwards('forgotten password', async () => {
    const account = await desk.accounts.find(email)
    // While a second step is owed, the password is all that a mailbox does not have: no mail gives it away.
    if (account === undefined || (await desk.secondStep.isLinkOwed(account.id))) return
    const id = await desk.links.addFor({ loginId: account.id }, now)
    await sendNewPasswordLink(desk, { id, to: account.email, language })
  })
}

/** A link that works, and whose; undefined when it does not work (any more). */
export async function findNewPasswordLink(desk: Desk, token: string): Promise<OpenNewPassword | undefined> {
  const now = desk.clock.now()
  const link = await desk.links.find('new_password', token, now)
  const account = link && (await desk.accounts.findById(link.login_id))
  if (link === undefined || account === undefined) return undefined
  const [places, isSetUp] = await Promise.all([
    placesOf(desk.auth, account.id, now),
    desk.secondStep.isSetUp(account.id),
  ])
  const about = [account.email, ...places.flatMap(({ name, district_name }) => [name, district_name])]
  return { link, email: account.email, alone: !isSetUp && isOnlyFamily(places), about }
}

export type OpenNewPassword = { link: NewPasswordLink; email: string; alone: boolean; about: string[] }

/**
 * Sets the password anew: every session ends, tries are counted from the start, and the person is told by
 * mail.
 * @returns the obstacles, none when it is done; 'gone' when another request was quicker
 * @throws Problem busy
 */
export async function setNewPassword(
  desk: Desk,
  open: OpenNewPassword,
  { password, language }: { password: string; language: Language },
): Promise<PasswordObstacle[] | 'gone'> {
  const { link, email, alone, about } = open
  const now = desk.clock.now()
  const because = await judgePassword(desk, password, { about, alone })
  if (because.length > 0) return because
  if (!(await desk.links.use(link.id, now))) return 'gone'
  try {
    await desk.trail.byAnyone(link.login_id, { name: 'password.changed', at: now })
    await desk.accounts.setPassword(link.login_id, password)
  } catch (error) {
    await desk.links.putBack(link.id)
    throw error
  }
  await desk.sessions.endAll(link.login_id)
  await desk.throttle.clear([`account ${email}`, `second step ${link.login_id}`])
  await tellOfChange(desk, { to: email, about: 'password', language })
  return []
}
