import { randomInt } from 'node:crypto'
import { hashOf, newToken } from '#access/sign-in/secrets.ts'
import type { Unit } from '#access/unit.ts'
import { noteCodeOut, noteLinkNotSent, noteLinkOut, noteLinkSent } from './door-store.ts'
import { codeMarkOf, guestLinkWaits, type GuestLink } from './guest-link.ts'
import { holdGuestLink } from './link-store.ts'

const subjectOf = ({ id, studentId }: GuestLink) => ({ type: 'guest_link', id, studentId })

/**
 * Makes what leads to a link, for the message that is about to be sent. Every one that was handed over works,
 * since nobody knows which of two messages arrived.
 * @returns undefined where the link waits for nobody any more
 */
export async function handOutGuestLink(unit: Unit, linkId: string): Promise<string | undefined> {
  const link = await holdGuestLink(unit, linkId)
  if (link === undefined || !guestLinkWaits(link, unit.now)) return undefined
  const token = newToken()
  noteLinkOut(unit, link.id, hashOf(token))
  unit.record('guest_link.handed_out', subjectOf(link))
  return token
}

/**
 * Makes the code that opens a link, for the message that is about to be sent: six digits, each as likely as
 * any other. @returns undefined where the link waits for nobody any more
 */
export async function handOutCode(unit: Unit, linkId: string): Promise<string | undefined> {
  const link = await holdGuestLink(unit, linkId)
  if (link === undefined || !guestLinkWaits(link, unit.now)) return undefined
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  noteCodeOut(unit, link.id, codeMarkOf(code, link.id))
  unit.record('guest_link.code_out', subjectOf(link))
  return code
}

/** Follows the message with a link: the school reads whether it went out, and why not. */
export async function noteGuestMessage(
  unit: Unit,
  { linkId, sentBy, because }: { linkId: string; sentBy?: 'email' | 'text'; because?: string },
): Promise<void> {
  const link = await holdGuestLink(unit, linkId)
  if (link === undefined) return
  if (sentBy !== undefined) {
    noteLinkSent(unit, linkId, sentBy)
    unit.record('guest_link.sent', subjectOf(link), { channel: sentBy })
  } else if (because !== undefined && link.sentAt === null) {
    noteLinkNotSent(unit, linkId, because)
    unit.record('guest_link.not_sent', subjectOf(link), { because })
  }
}
