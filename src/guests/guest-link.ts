import { timingSafeEqual } from 'node:crypto'
import { hashOf } from '#access/sign-in/secrets.ts'

/** Why a link was ended before its time. */
export type GuestLinkClosing = 'replaced' | 'withdrawn' | 'guessed'

/** A link to one referral for somebody at its agency. */
export type GuestLink = {
  readonly id: string
  readonly referralId: string
  readonly studentId: string
  readonly partnerId: string
  readonly personId: string
  readonly assignmentId: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly sentAt: Date | null
  readonly sentBy: 'email' | 'text' | null
  /** Why the message was not sent, as the code of its ending. */
  readonly notSent: string | null
  readonly codeMark: Buffer | null
  readonly codeEndsAt: Date | null
  /** How often something else than the latest code was typed. */
  readonly codeTries: number
  /** How many codes were asked for since `codesSince`. */
  readonly codesAsked: number
  readonly codesSince: Date | null
  readonly wrongTries: number
  readonly openedAt: Date | null
  readonly sessionEndsAt: Date | null
  readonly closedAt: Date | null
  readonly closedBecause: GuestLinkClosing | null
  /** Whether what gives it still stands: the assignment, the agreement, the referral at the agency. */
  readonly holds: boolean
}

/**
 * How long a link, a code and what they open last, and how often one may ask and be wrong. They guard the
 * door of the house, and are no standard of the district.
 */
export const guestLimits = {
  linkDays: 30,
  codeMinutes: 10,
  sessionMinutes: 30,
  /** Codes that may be asked for within a quarter of an hour. */
  codesAtOnce: 3,
  codesWithin: 15,
  /** Wrong tries after which a code opens nothing, and after which the link does not. */
  triesOfCode: 5,
  triesOfLink: 15,
} as const

/** The address a link leads to, behind the public address of the site. */
export const guestPath = (token: string): string => `/answer/${token}`

const minute = 60_000
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minute)
export const guestLinkEnds = (from: Date): Date => after(from, guestLimits.linkDays * 24 * 60)
export const codeEnds = (from: Date): Date => after(from, guestLimits.codeMinutes)
export const guestSessionEnds = (from: Date): Date => after(from, guestLimits.sessionMinutes)

type Waiting = Pick<GuestLink, 'holds' | 'closedAt' | 'expiresAt'>
/** Whether a link may be used: it was not ended, has not run out, and what gives it still stands. */
export const guestLinkWaits = ({ holds, closedAt, expiresAt }: Waiting, now: Date): boolean =>
  holds && closedAt === null && now < expiresAt

type Asked = Pick<GuestLink, 'codesAsked' | 'codesSince'>

/**
 * How codes are counted once one more is asked for; undefined where it is one too many: whoever found a link
 * must not be able to flood a phone.
 */
export function countedCodes({ codesAsked, codesSince }: Asked, now: Date): Asked | undefined {
  const counting = codesSince !== null && now < after(codesSince, guestLimits.codesWithin)
  if (!counting) return { codesAsked: 1, codesSince: now }
  return codesAsked < guestLimits.codesAtOnce ? { codesAsked: codesAsked + 1, codesSince } : undefined
}

/** What is kept of a code: it is of one link, so that it opens no other. */
export const codeMarkOf = (code: string, linkId: string): Buffer => hashOf(`${code} ${linkId}`)

type Coded = Pick<GuestLink, 'id' | 'codeMark' | 'codeEndsAt' | 'codeTries'>
/** Whether what was typed is the code that was handed over last, and it still opens. */
export const codeFits = ({ id, codeMark, codeEndsAt, codeTries }: Coded, typed: string, now: Date): boolean =>
  codeMark !== null &&
  codeEndsAt !== null &&
  now < codeEndsAt &&
  codeTries < guestLimits.triesOfCode &&
  timingSafeEqual(codeMark, codeMarkOf(typed, id))

/** How a link stands, for whoever at school looks. */
export type GuestLinkStanding =
  | GuestLinkClosing
  | 'over'
  | 'opened'
  | 'sent'
  | 'not_sent'
  | 'sending'
  | 'ended'

/** How a link stands now: what ended it comes first, then how far it got. */
export function guestLinkStanding(link: GuestLink, now: Date): GuestLinkStanding {
  if (link.closedBecause !== null) return link.closedBecause
  if (!link.holds) return 'over'
  if (now >= link.expiresAt) return 'ended'
  if (link.openedAt !== null) return 'opened'
  if (link.sentAt !== null) return 'sent'
  return link.notSent === null ? 'sending' : 'not_sent'
}
