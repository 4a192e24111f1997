import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { choice, day, id, text } from '#platform/given.ts'
import { grades } from './care-notice.ts'
import { isNameAlone } from './name-alone.ts'

const left = (given: unknown) => (given === '' ? undefined : given)

/**
 * Everything a notice may say [R346]. What is sent beside these is turned away with all of it, so that a
 * story of what happened finds no place to stand.
 */
export const Sent = z.strictObject({
  name: text(60, 'Give the name of the child').refine(
    isNameAlone,
    'Give the name alone, without numbers or other words',
  ),
  bornOn: z.preprocess(left, day.optional()),
  grade: z.preprocess(left, choice(grades).optional()),
  schoolId: id,
})

/** How much one desk may send: more at once is a machine that went wrong, or a key in other hands. */
export const sendLimit = { most: 20, minutes: 15 } as const

export type ObstacleToSending = 'born_or_grade_missing' | 'born_ahead' | 'school_unknown'

/** Everything that stands in the way of a notice, without a word of whether the child exists. */
export function obstaclesToSending(
  { bornOn, grade, schoolId }: Omit<z.infer<typeof Sent>, 'name'>,
  { today, schools }: { today: string; schools: readonly string[] },
): ObstacleToSending[] {
  return [
    ...(bornOn === undefined && grade === undefined ? ['born_or_grade_missing' as const] : []),
    ...(bornOn !== undefined && bornOn >= today ? ['born_ahead' as const] : []),
    ...(schools.includes(schoolId) ? [] : ['school_unknown' as const]),
  ]
}

/** Letters and digits that nobody mistakes for one another. */
const clear = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const some = (count: number) =>
  Array.from({ length: count }, () => clear[randomInt(clear.length)] as string).join('')

/** The number of a receipt: drawn, so that it says nothing of how many there were. */
export const newReceipt = (): string => `HWC-${some(4)}-${some(4)}`
/** The address of a desk: drawn, and no secret. */
export const newCode = (): string => some(12).toLowerCase()

/** Where a desk sends, behind the public address of the site. */
export const senderPath = (code: string): string => `/handle-with-care/from/${code}`
