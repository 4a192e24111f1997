import { happening } from '#access/happening.ts'

export type GateMoved = { partnerId: string }

/** Nothing may be sent to an agency any more: its agreement or its sign-off ended, or was taken back. */
export const gateClosed = happening<GateMoved>('partnership/gate-closed')

/** Something may be sent to an agency again. */
export const gateOpened = happening<GateMoved>('partnership/gate-opened')
