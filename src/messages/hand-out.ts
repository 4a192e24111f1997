import type { Unit } from '#access/unit.ts'
import { guestPath, handOutCode, handOutGuestLink, noteGuestMessage } from '#guests/contract.ts'
import { handOutLink, linkPath, noteLinkMessage } from '#people/contract.ts'
import type { Told } from './content.ts'
import type { Channel, Ending, Message } from './message.ts'

/** What is made for a message as it goes out, and stands nowhere else: what leads to a link, or a code. */
export async function handedOut(unit: Unit, { kind, subjectId }: Message): Promise<Told> {
  if (kind === 'link') return pathOf(await handOutLink(unit, subjectId), linkPath)
  if (kind === 'guest_link') return pathOf(await handOutGuestLink(unit, subjectId), guestPath)
  const code = kind === 'guest_code' ? await handOutCode(unit, subjectId) : undefined
  return code === undefined ? {} : { code }
}

const pathOf = (token: string | undefined, path: (token: string) => string): Told =>
  token === undefined ? {} : { path: path(token) }

type How = { sentBy: Channel } | { because: Ending }

/** Follows the message with a link: whoever sent it reads whether it went out, and why not. */
export async function noteLinkEnd(unit: Unit, { kind, subjectId }: Message, how: How): Promise<void> {
  if (kind === 'link') await noteLinkMessage(unit, { linkId: subjectId, ...how })
  if (kind === 'guest_link') await noteGuestMessage(unit, { linkId: subjectId, ...how })
}
