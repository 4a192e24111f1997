import { happening } from '#access/happening.ts'
import type { Level } from './school-event.ts'

/** It came in who missed a day, or did not after all. */
export type AttendanceTaken = { readonly studentIds: readonly string[] }
export const attendanceTaken = happening<AttendanceTaken>('warnings/attendance-taken')

/** A student crossed a limit: who is on the way to an agency may be in high need from now on. */
export type Warned = { readonly studentId: string; readonly levels: readonly Level[] }
export const warned = happening<Warned>('warnings/warned')
