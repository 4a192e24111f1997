import { happening } from '#access/happening.ts'
import type { Level } from './school-event.ts'

/** A student crossed a limit: who is on the way to an agency may be in high need from now on. */
export type Warned = { readonly studentId: string; readonly levels: readonly Level[] }
export const warned = happening<Warned>('warnings/warned')
