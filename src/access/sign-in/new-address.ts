import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { systemActor } from '../actor.ts'
import { writeTraces } from '../trail.ts'
import type { Account } from './accounts.ts'
import * as rows from './address-store.ts'
import type { Desk } from './desk.ts'
import { sendNewAddressLink, sendNotices, tellOfChange } from './letters.ts'
import { tries } from './limits.ts'
import type { NewAddressLink } from './links-store.ts'
import type { Session } from './sessions.ts'
import { addressOf, isOwnPassword, type Knock } from './ways-in.ts'
import { known } from './new-address-store.ts'

/** Whether the address signs somebody in, or is of somebody else in a district of theirs. */
async function isTaken(desk: Desk, loginId: string, email: string): Promise<boolean> {
  if ((await desk.accounts.find(email)) !== undefined) return true
  for (const { district_id: districtId, person_id: person } of await desk.auth.all(known, { login: loginId }))
    if (
      await desk.db.transaction({ districtId, side: 'system' }, (tx) => rows.isOfOther(tx, { person, email }))
    )
      return true
  return false
}

/**
 * Mails a link to the new address, if nobody has it, and tells the address in use that it was asked for. The
 * answer is the same either way, so that it says nothing about who has an account.
 * @throws Problem too_many
 */
export async function askForNewAddress(
  desk: Desk,
  session: Session & { place: NonNullable<Session['place']> },
  { email: typed, language }: { email: string; language: Language },
): Promise<void> {
  const now = desk.clock.now()
  const email = addressOf(typed)
  const { loginId } = session
  const counted = [
    { what: `mail ${email}`, most: tries.mail },
    { what: `new address ${loginId}`, most: tries.mail },
  ]
  if (!(await desk.throttle.take(counted, now))) throw new Problem('too_many')
  await desk.trail.byPerson(session.place, { name: 'address.asked_for', at: now })
  const account = await desk.accounts.findById(loginId)
  if (account !== undefined) await tellOfChange(desk, { to: account.email, about: 'address_asked', language })
  desk.afterwards('link to a new address', async () => {
    if (await isTaken(desk, loginId, email)) return
    const id = await desk.links.addFor({ loginId, newAddress: email }, now)
    await sendNewAddressLink(desk, { id, to: email, language })
  })
}

/** A link that works, whose it is, and where it was mailed to. */
export type OpenNewAddress = { link: NewAddressLink; account: Account }

/** What the link says, without using it up; undefined when it does not work (any more). */
export async function findNewAddress(desk: Desk, token: string): Promise<OpenNewAddress | undefined> {
  const link = await desk.links.find('new_address', token, desk.clock.now())
  const held = link && (await desk.accounts.findById(link.login_id))
  const account = held && (await desk.accounts.find(held.email))
  return link === undefined || account === undefined ? undefined : { link, account }
}

type Confirming = { password: string; language: Language; knock: Knock; session: Session | undefined }

/** Changes the address everywhere the person is known, and with the last of them the sign-in itself. */
async function change(
  desk: Desk,
  { link, account }: OpenNewAddress,
  { keep, language }: { keep: string | null; language: Language },
) {
  const at = desk.clock.now()
  const people = await desk.auth.all(known, { login: account.id })
  for (const [index, { district_id: districtId, person_id: id }] of people.entries())
    await desk.db.transaction({ districtId, side: 'system' }, async (tx) => {
      const actor = { ...systemActor(districtId), role: 'public' } as const
      await rows.setAddress(tx, { person: id, email: link.new_address })
      writeTraces(tx, { actor, at }, [
        { kind: 'sign_in', name: 'address.changed', subject: { type: 'person', id } },
      ])
      if (index < people.length - 1) return
      const to = { login: account.id, email: link.new_address, at, language, keep, forAnother: false }
      const outcome = await rows.changeLogin(tx, to)
      if (outcome !== 'done') throw new Problem('changed_meanwhile')
    })
}

/**
 * Signs the person in with the new address from now on. Every session ends but the one it is confirmed in,
 * every other link stops, and both addresses are told.
 * @returns 'gone' when the link was used meanwhile or somebody else has the address by now
 * @throws Problem too_many, busy
 */
export async function confirmNewAddress(
  desk: Desk,
  open: OpenNewAddress,
  given: Confirming,
): Promise<'done' | 'wrong' | 'gone'> {
  const { link, account } = open
  // A link that went astray opens nothing: whoever opens it knows the password too.
  if (!(await isOwnPassword(desk, account, given))) return 'wrong'
  if (await isTaken(desk, account.id, link.new_address)) return 'gone'
  if (!(await desk.links.use(link.id, desk.clock.now()))) return 'gone'
  const { session, language } = given
  const keep = session?.loginId === account.id ? session.id : null
  try {
    await change(desk, open, { keep, language })
  } catch (error) {
    await desk.links.putBack(link.id)
    throw error
  }
  desk.afterwards('notices of a new address', () => sendNotices(desk))
  return 'done'
}
