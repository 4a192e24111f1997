import { happening } from '#access/happening.ts'

/** A link to a referral was begun, and goes to somebody at the agency. */
export type GuestLinkBegun = { linkId: string; personId: string }
export const guestLinkBegun = happening<GuestLinkBegun>('guests/link-begun')

/** A code was asked for at the door of a link. */
export type GuestCodeAsked = { linkId: string; personId: string }
export const guestCodeAsked = happening<GuestCodeAsked>('guests/code-asked')
