import { type Language, languages } from '#platform/words.ts'
import type { Desk } from './desk.ts'
import { mailWords } from './mail-words.ts'
import type { About, Notice } from './notices-store.ts'
import { findPerson } from './people.ts'

/** Where links lead when nobody said where the site is reached: this machine. */
const here = 'http://localhost:3000'

const addressOf = (desk: Desk, path: string) => new URL(path, desk.options.baseUrl || here).href

/** The language of a person's pages, where we speak it. */
const spoken = (tag: string): Language =>
  languages.find((each) => tag === each || tag.startsWith(`${each}-`)) ?? 'en'

/**
 * Makes the link of an invitation.
 * @returns its address, and whom it is for; undefined when it was used or has ended, or the person left
 */
export async function invitationAddress(desk: Desk, linkId: string) {
  const now = desk.clock.now()
  const made = await desk.links.address(linkId, now)
  if (made === undefined || made.link.kind !== 'invitation') return undefined
  const { district_id: districtId, person_id: personId } = made.link
  const person = await findPerson(desk.db, { districtId, personId }, now)
  if (person === undefined || person.email === null) return undefined
  return {
    address: addressOf(desk, `/invitation/${made.token}`),
    to: person.email,
    language: spoken(person.language),
  }
}

/** Mails an invitation. Done twice, the first link stops working and the second one works. */
export async function sendInvitation(desk: Desk, linkId: string): Promise<void> {
  const invitation = await invitationAddress(desk, linkId)
  if (invitation === undefined) return
  const { address, to, language } = invitation
  const say = mailWords(language)
  await desk.options.mail.send({
    to,
    subject: say('invitation.subject'),
    text: say('invitation.text', { address }),
  })
}

/** A link that is about to be mailed. */
type LinkLetter = { id: string; to: string; language: Language }

export async function sendNewPasswordLink(desk: Desk, { id, to, language }: LinkLetter): Promise<void> {
  const made = await desk.links.address(id, desk.clock.now())
  if (made === undefined) return
  const say = mailWords(language)
  const address = addressOf(desk, `/new-password/${made.token}`)
  await desk.options.mail.send({
    to,
    subject: say('new_password.subject'),
    text: say('new_password.text', { address }),
  })
}

/** Mails the link by which somebody whose second step was removed sets one up anew. */
export async function sendSecondStepLink(desk: Desk, id: string, language?: Language): Promise<void> {
  const made = await desk.links.address(id, desk.clock.now())
  const account = made?.link.kind === 'second_step' && (await desk.accounts.findById(made.link.login_id))
  if (!made || !account) return
  const say = mailWords(language)
  await desk.options.mail.send({
    to: account.email,
    subject: say('second_step_link.subject'),
    text: say('second_step_link.text', { address: addressOf(desk, `/new-second-step/${made.token}`) }),
  })
}

/** Mails the link to the new address: whoever opens it there has that address. */
export async function sendNewAddressLink(desk: Desk, { id, to, language }: LinkLetter): Promise<void> {
  const made = await desk.links.address(id, desk.clock.now())
  if (made === undefined) return
  const say = mailWords(language)
  const address = addressOf(desk, `/new-address/${made.token}`)
  await desk.options.mail.send({
    to,
    subject: say('new_address.subject'),
    text: say('new_address.text', { address }),
  })
}

async function deliver(desk: Desk, { address: to, about, language }: Notice): Promise<void> {
  const say = mailWords(spoken(language))
  const address = addressOf(desk, '/forgot-password')
  await desk.options.mail.send({
    to,
    subject: say('notice.subject'),
    text: say(`notice.${about}`, { address }),
  })
}

/** Sends every notice that waits. @throws when mail was not taken */
export const sendNotices = (desk: Desk): Promise<void> =>
  desk.notices.send((notice) => deliver(desk, notice), desk.clock.now())

/**
 * Tells a person that how they sign in was changed, so that somebody else's change does not pass unseen. It
 * is kept before the answer, and mailed after it.
 */
export async function tellOfChange(
  desk: Desk,
  { to, about, language }: { to: string; about: About; language: Language },
): Promise<void> {
  await desk.notices.add({ address: to, about, language }, desk.clock.now())
  desk.afterwards(`notice of ${about}`, () => sendNotices(desk))
}
