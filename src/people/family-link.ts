/** What a link is for: to answer what may be shared, or to see what is shared. */
export type LinkPurpose = 'consent' | 'family'

/** Why a link was ended before its time, or that it was used. */
export type LinkClosing = 'answered' | 'replaced' | 'withdrawn' | 'guessed' | 'not_sent'

/** A link for one caregiver about one student. */
export type FamilyLink = {
  readonly id: string
  readonly studentId: string
  readonly caregiverId: string
  readonly personId: string
  readonly purpose: LinkPurpose
  readonly referralId: string | null
  readonly partnerId: string | null
  /** The questions that are asked. */
  readonly scopes: readonly string[]
  /** Last day a yes would hold, YYYY-MM-DD. */
  readonly holdsUntil: string | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly sentAt: Date | null
  readonly sentBy: 'email' | 'text' | null
  /** Why the message was not sent, as the code of its ending. */
  readonly notSent: string | null
  readonly wrongTries: number
  readonly openedAt: Date | null
  readonly sessionEndsAt: Date | null
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
  readonly closedBecause: LinkClosing | null
  /** Whether whom it is for still cares for the student and may consent, and nothing keeps them from it. */
  readonly holds: boolean
}

/** How long a link and what it opens last, and how often one may be wrong, at most. */
export const linkLimits = { linkMinutes: 30, sessionMinutes: 30, wrongTries: 5 } as const

/** The address a link leads to, behind the public address of the site. */
export const linkPath = (token: string): string => `/family/link/${token}`

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000)
export const linkEnds = (from: Date): Date => minutes(from, linkLimits.linkMinutes)
export const sessionEnds = (from: Date): Date => minutes(from, linkLimits.sessionMinutes)

/** Whether a link still waits to be used: not answered, replaced, withdrawn or run out. */
export const waits = ({ closedAt, holds, expiresAt }: FamilyLink, now: Date): boolean =>
  closedAt === null && holds && now < expiresAt

/** Whether what a link asks can still be answered by whoever came in by it. */
export const canBeAnswered = (link: FamilyLink, now: Date): boolean =>
  link.closedAt === null &&
  link.holds &&
  (now < link.expiresAt || (link.sessionEndsAt !== null && now < link.sessionEndsAt))

/** How a link stands, for whoever sent it. */
export type LinkStanding =
  | 'sending'
  | 'waiting'
  | 'open'
  | 'answered'
  | 'replaced'
  | 'withdrawn'
  | 'guessed'
  | 'not_sent'
  | 'ended'

/** How a link stands now. What it rests on counts before everything else it waits for. */
export function linkStanding(link: FamilyLink, now: Date): LinkStanding {
  if (link.closedBecause !== null) return link.closedBecause
  if (!link.holds) return 'withdrawn'
  if (!canBeAnswered(link, now)) return 'ended'
  if (link.openedAt !== null) return 'open'
  return link.sentAt === null ? 'sending' : 'waiting'
}
