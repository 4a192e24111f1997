import type { Entry, EntryKind } from './entry.ts'

/** Steps that can be pressed on a device without a network, and then lack the words of who it was. */
const kindsOf = {
  caregiver: ['caregiver_told', 'caregiver_not_told'],
  handover: ['handed_over'],
} satisfies Record<string, readonly EntryKind[]>
type PressedStep = keyof typeof kindsOf

/**
 * What was pressed of a step without a network, whose words are still owed: a device keeps none. Undefined
 * where nothing was, and once somebody wrote them [R373].
 */
export function pressedOf(entries: readonly Entry[], step: PressedStep): Entry | undefined {
  const kinds: readonly EntryKind[] = kindsOf[step]
  const taken = entries.filter(({ kind }) => kinds.includes(kind))
  return taken.some(({ words }) => words !== null) ? undefined : taken.at(-1)
}
