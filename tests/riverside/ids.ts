import { createHash } from 'node:crypto'

/**
 * The same id for the same thing in every seeding, in the shape of a UUIDv7 from the summer before the
 * stories begin.
 */
export function idOf(thing: string): string {
  const hash = createHash('sha256').update(`riverside ${thing}`).digest('hex')
  return `019f0000-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`
}
