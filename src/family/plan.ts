/** Rules by which nothing of a visit is laid down on a phone: it may be in other hands. */
const leavesNothing: ReadonlySet<string> = new Set(['call_only', 'do_not_contact'])

type Facts = {
  startsAt: Date
  result: string | null
  /** Whether the family's yes to the agency holds. */
  shared: boolean
  /** How this reader may be reached safely; undefined where nothing is said. */
  contactRule: string | undefined
}

/**
 * Whether the time of a visit may be kept as a file: it is ahead, the family's yes holds, and whoever takes
 * it may have it on their phone. Asked at the moment of the download.
 */
export const mayKeepTime = ({ startsAt, result, shared, contactRule }: Facts, now: Date): boolean =>
  result === null && startsAt > now && shared && !leavesNothing.has(contactRule ?? '')

/** What a family reads of a time: nothing said yet, that it suits, or that another is asked for. */
export type TimeStands = 'open' | 'confirmed' | 'move_asked'

type Said = { moveAskedAt: Date | null; attempts: readonly { reply: string | null }[] }

/** How the time of a visit stands for a family. The latest word counts; the latest stands first. */
export function timeStands({ moveAskedAt, attempts }: Said): TimeStands {
  if (moveAskedAt !== null) return 'move_asked'
  const latest = attempts.find(({ reply }) => reply !== null && reply !== 'no_reply')
  return latest?.reply === 'confirmed' ? 'confirmed' : 'open'
}
