import { happening } from '#access/happening.ts'

/** Nothing may be sent to an agency any more: its agreement was suspended or its sign-off withdrawn. */
export const gateClosed = happening<{ partnerId: string }>('partnership/gate-closed')
