import type { Unit } from '#access/unit.ts'
import { hashOf, newToken } from '#access/sign-in/secrets.ts'
import { waits } from './family-link.ts'
import { holdLink, noteHandedOut, noteNotSent, noteSent } from './family-link-store.ts'

/**
 * Makes what leads to a link, for the message that is about to be sent: of it only a mark is kept. Every one
 * that was handed over works, since nobody knows which of two messages arrived.
 * @returns undefined where the link waits for nobody any more
 */
export async function handOutLink(unit: Unit, linkId: string): Promise<string | undefined> {
  const link = await holdLink(unit, linkId)
  if (link === undefined || !waits(link, unit.now)) return undefined
  const token = newToken()
  noteHandedOut(unit, link.id, hashOf(token))
  unit.record('family_link.handed_out', { type: 'family_link', id: link.id, studentId: link.studentId })
  return token
}

/** How the message with a link ended: taken by which way, or why it was not sent. */
export type LinkMessageEnded = { linkId: string; sentBy?: 'email' | 'text'; because?: string }

/** Follows the message: whoever sent the link reads whether it went out, and why not. */
export async function noteLinkMessage(
  unit: Unit,
  { linkId, sentBy, because }: LinkMessageEnded,
): Promise<void> {
  const link = await holdLink(unit, linkId)
  if (link === undefined) return
  const subject = { type: 'family_link', id: linkId, studentId: link.studentId }
  if (sentBy !== undefined) {
    noteSent(unit, linkId, sentBy)
    unit.record('family_link.sent', subject, { channel: sentBy })
  } else if (because !== undefined && link.sentAt === null) {
    noteNotSent(unit, linkId, because)
    unit.record('family_link.not_sent', subject, { because })
  }
}
