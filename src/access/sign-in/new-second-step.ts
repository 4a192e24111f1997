import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import type { Account } from './accounts.ts'
import type { Desk } from './desk.ts'
import { sendSecondStepLink } from './letters.ts'
import { tries } from './limits.ts'
import type { SecondStepLink } from './links-store.ts'
import { admit, type Entry, isOwnPassword, type Knock } from './ways-in.ts'

/**
 * Mails another link to somebody who gave the right password and owes a new second step: the one before may
 * have ended. It goes to the address on record and nowhere else.
 */
export async function sendAnotherLink(desk: Desk, email: string, language: Language): Promise<void> {
  const now = desk.clock.now()
  if (!(await desk.throttle.take([{ what: `mail ${email}`, most: tries.mail }], now))) return
  desk.afterwards('link to a new second step', async () => {
    const account = await desk.accounts.find(email)
    if (account === undefined || !(await desk.secondStep.isLinkOwed(account.id))) return
    const id = await desk.links.addFor({ loginId: account.id, kind: 'second_step' }, now)
    await sendSecondStepLink(desk, id, language)
  })
}

/** A link that works, and whose it is. */
export type OpenSecondStep = { link: SecondStepLink; account: Account }

/** Whose second step a link sets up anew, without using it up; undefined when it does not (any more). */
export async function findSecondStepLink(desk: Desk, token: string): Promise<OpenSecondStep | undefined> {
  const link = await desk.links.find('second_step', token, desk.clock.now())
  const held = link && (await desk.accounts.findById(link.login_id))
  const account = held && (await desk.accounts.find(held.email))
  if (link === undefined || account === undefined) return undefined
  return (await desk.secondStep.isLinkOwed(account.id)) ? { link, account } : undefined
}

/**
 * Lets somebody set up a second step anew: with the link that was mailed to them and with their password. The
 * link is used up; what they reach is the page that sets it up, and nothing else.
 * @throws Problem too_many, busy
 */
export async function enrolAnew(
  desk: Desk,
  { link, account }: OpenSecondStep,
  { password, knock }: { password: string; knock: Knock },
): Promise<Entry | { outcome: 'gone' }> {
  if (!(await isOwnPassword(desk, account, { password, knock }))) return { outcome: 'wrong' }
  if (!(await desk.links.use(link.id, desk.clock.now()))) return { outcome: 'gone' }
  const entry = await admit(desk, account, { ...knock, byLink: true })
  if (entry.outcome === 'second_step') throw new Problem('changed_meanwhile')
  return entry
}
