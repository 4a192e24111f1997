import { z } from 'zod'
import { Code, findRepeated, words } from './wording.ts'

/**
 * Limits the product itself holds: each is refused by an act, and the refusal names it. A district words
 * them, and cannot take them off its list: the list would then say less than what happens.
 */
export const heldRules = [
  /** A student at high risk is not placed or left on path (a) without a named clinician [R022]. */
  'high_risk_without_clinician',
  /** An immediate risk never waits in an ordinary referral queue [R017]. */
  'immediate_risk_in_queue',
  /** Nothing about a student reaches a partner before consent [R030]. */
  'send_before_consent',
  /** A list, flyer or phone number is not a handoff [R052]. */
  'phone_number_as_handoff',
] as const
export type HeldRule = (typeof heldRules)[number]

/** What schools must not do. Rules beyond the held ones are shown, and people keep them. */
export const MustNot = z
  .strictObject({
    rules: z
      .array(
        z.strictObject({
          code: Code,
          text: words(400),
        }),
      )
      .max(40),
  })
  .superRefine(({ rules }, context) => {
    const codes = rules.map(({ code }) => code)
    if (findRepeated(codes) !== undefined) {
      context.addIssue({ code: 'custom', message: 'Each rule has a code of its own' })
    }
    for (const held of heldRules.filter((code) => !codes.includes(code))) {
      context.addIssue({
        code: 'custom',
        message: `The rule ${held} is held by the product and stays on the list`,
      })
    }
  })
export type MustNot = z.infer<typeof MustNot>

const isHeld = (code: string): boolean => (heldRules as readonly string[]).includes(code)

/** The rules the product refuses by, and those it only shows: nothing checks these but people. */
export const sortRules = ({ rules }: MustNot): Record<'refused' | 'kept', MustNot['rules']> => ({
  refused: rules.filter(({ code }) => isHeld(code)),
  kept: rules.filter(({ code }) => !isHeld(code)),
})

/** The district's words for a rule that stands in the way: what a refusal shows [R022]. */
export function getMustNotText(body: MustNot, code: HeldRule): string {
  const rule = body.rules.find((each) => each.code === code)
  if (rule === undefined) throw new Error(`The list of what schools must not do has no ${code}`)
  return rule.text
}
