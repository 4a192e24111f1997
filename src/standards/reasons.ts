import { z } from 'zod'
import { type ListItem, type ListName, ListItem as Item, listNames, lists } from './reason-lists.ts'
import { shippedReasons } from './shipped-reasons.ts'
import { findRepeated, isBlaming } from './wording.ts'

const blames = ({ label }: ListItem): boolean =>
  Object.values(label).some((said) => said !== undefined && isBlaming(said))

function problemsOf(name: ListName, items: readonly ListItem[]): string[] {
  const { closed, known } = lists[name]
  const codes = items.map(({ code }) => code)
  const expected: readonly string[] = known
  return [
    ...(findRepeated(codes) === undefined ? [] : [`${name}: each item has a code of its own`]),
    ...expected.filter((code) => !codes.includes(code)).map((code) => `${name}: ${code} stays on the list`),
    ...(closed ? codes.filter((code) => !expected.includes(code)) : []).map(
      (code) => `${name}: this list is closed, so ${code} cannot be added`,
    ),
    ...(closed ? items.filter(({ inUse }) => !inUse) : []).map(
      ({ code }) => `${name}: this list is closed, so ${code} stays in use`,
    ),
    ...items.filter(blames).map(({ code }) => `${name}: say ${code} without blame`),
    ...(items.some(({ inUse }) => inUse) ? [] : [`${name}: keep at least one item in use`]),
  ]
}

/** Every list people choose a reason from. A list a version does not have yet reads as the shipped one. */
export const Reasons = z
  .preprocess(
    (given) => (typeof given === 'object' && given !== null ? { ...shippedReasons, ...given } : given),
    z.record(z.enum(listNames), z.array(Item).min(1).max(60)),
  )
  .superRefine((body, context) => {
    for (const name of listNames) {
      for (const message of problemsOf(name, body[name])) context.addIssue({ code: 'custom', message })
    }
  })
export type Reasons = z.infer<typeof Reasons>

/** What can be chosen today. */
export const choicesOf = (body: Reasons, list: ListName): ListItem[] =>
  body[list].filter(({ inUse }) => inUse)

/** The words for a code, in a language or else in English; the code itself when the list never had it. */
export function labelOf(
  body: Reasons,
  list: ListName,
  chosen: { code: string; language?: 'en' | 'es' | 'ar' },
): string {
  const label = body[list].find(({ code }) => code === chosen.code)?.label
  return label?.[chosen.language ?? 'en'] ?? label?.en ?? chosen.code
}
