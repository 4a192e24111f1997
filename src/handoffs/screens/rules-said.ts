import type { View } from '#access/screen.ts'
import type { HandoffData } from '../handoff-page.ts'
import { finishingWords } from '../words.ts'

const finishing = finishingWords()

/** What keeps a referral from leaving because of the family's answer. */
export const isAboutConsent = (code: string): boolean => code.startsWith('consent_')

/**
 * Why something on this page was refused, and before it the rule of what schools must not do that stands in
 * the way, in the district's own words [R030] [R052].
 */
export function reasonsSaid(
  { refusedBy }: HandoffData,
  { problem, typed }: View,
): { says: string; field?: string }[] {
  const because = problem?.because ?? []
  const part = typed['part']
  if (part === 'send' && because.some(({ code }) => isAboutConsent(code))) {
    return [{ says: refusedBy.sending }, ...because]
  }
  if (part === 'finish' && because.some(({ code }) => finishing.has(code) && code !== 'closed')) {
    return [{ says: refusedBy.finishing }, ...because]
  }
  return [...because]
}
