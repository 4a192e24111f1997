import type { Viewing } from '#access/look.ts'
import { type LineFacts, lineOf, type LineStep, withoutConsent } from './line.ts'

/** Facts with their line, as far as whoever looks may know of consents. */
export function knownLine<L extends LineFacts>(
  view: Pick<Viewing, 'knows' | 'now'>,
  facts: L,
): L & { line: LineStep[] } {
  const drawn = { ...facts, line: lineOf(facts, view.now) }
  return view.knows('consent') ? drawn : withoutConsent(drawn)
}
