import type { PersonTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import type { GuestCodeAsked, GuestLinkBegun } from '#guests/contract.ts'
import type { LinkBegun } from '#people/contract.ts'
import { type Channel, type Message, sentAtOnce, subjectOf } from './message.ts'
import { insertMessage, type NewMessage } from './store.ts'

/**
 * Makes a message in the transaction of what it follows from, and asks for its sending. One occasion makes
 * one, however often it is asked for. @returns whether it is new
 */
export async function makeMessage(unit: Unit, message: NewMessage): Promise<boolean> {
  const id = await insertMessage(unit, message)
  if (id === undefined) return false
  const { kind, cause, personId, caregiverId } = message
  unit.record('message.made', subjectOf({ id }), { kind, cause, personId, caregiverId })
  unit.enqueue({ task: 'messages/send', payload: { messageId: id }, key: `messages/send/${id}` })
  return true
}

/** Makes the message that goes another way beside one, once, as that is handed over. */
export async function makeBeside(unit: Unit, message: Message, channel: Channel): Promise<void> {
  const { id, kind, cause, personId, caregiverId, subjectType, subjectId } = message
  const key = `${id}/${channel}`
  await makeMessage(unit, { kind, cause, personId, caregiverId, subjectType, subjectId, channel, key })
}

/** Follows people/link-begun: the message with the link. What leads to it is made when it goes out. */
export async function postLink(unit: Unit, { linkId, caregiverId }: LinkBegun): Promise<void> {
  await makeMessage(unit, {
    kind: 'link',
    cause: 'link.begun',
    personId: null,
    caregiverId,
    subjectType: 'family_link',
    subjectId: linkId,
    key: `link/${linkId}`,
  })
}

type ForGuest = { kind: 'guest_link' | 'guest_code'; linkId: string; personId: string; occasion: string }
async function postToGuest(unit: Unit, { kind, linkId, personId, occasion }: ForGuest): Promise<void> {
  await makeMessage(unit, {
    kind,
    cause: kind === 'guest_code' ? 'guest.code' : 'guest.link',
    personId,
    caregiverId: null,
    subjectType: 'guest_link',
    subjectId: linkId,
    key: `${kind}/${linkId}/${occasion}`,
  })
}

/** Follows guests/link-begun: the message with the link to a referral. */
export const postGuestLink = (unit: Unit, { linkId, personId }: GuestLinkBegun): Promise<void> =>
  postToGuest(unit, { kind: 'guest_link', linkId, personId, occasion: 'first' })

/** Follows guests/code-asked: the message with the code, one each time it is asked for. */
export const postGuestCode = (unit: Unit, { linkId, personId }: GuestCodeAsked): Promise<void> =>
  postToGuest(unit, { kind: 'guest_code', linkId, personId, occasion: unit.now.toISOString() })

/**
 * Follows access/person-told: news that does not wait for the digest is written at once. Whether it is still
 * needed is asked when it goes out.
 */
export async function postMessage(unit: Unit, { personId, kind, subject, again }: PersonTold): Promise<void> {
  if (!sentAtOnce.has(kind)) return
  const occasion = again === true ? unit.now.toISOString() : 'first'
  await makeMessage(unit, {
    kind: 'alert',
    cause: kind,
    personId,
    caregiverId: null,
    subjectType: subject.type,
    subjectId: subject.id,
    key: `${kind}/${subject.id}/${personId}/${occasion}`,
  })
}
