import { z } from 'zod'
import { Code, findRepeated, isBlaming, words } from './wording.ts'

/** A list people can read at a glance, and no way to write a note in codes. */
export const mostSignals = 6

/** One word an agency may send. Out of use it is not offered, and still readable where it was sent. */
const Signal = z.strictObject({ code: Code, text: words(60), inUse: z.boolean() })
export type Signal = z.infer<typeof Signal>

/** The legal office looked at exactly these lists: who, when, and where that is kept [R084]. */
const Clearance = z.strictObject({ clearedBy: words(120), clearedOn: z.iso.date(), reference: words(200) })
export type Clearance = z.infer<typeof Clearance>

/**
 * The two short closed lists an agency chooses from, beside status [R084]. What ships carries no clearance of
 * the district; every version a district writes does.
 */
export const Signals = z
  .strictObject({
    safety: z.array(Signal).min(1).max(60),
    participation: z.array(Signal).min(1).max(60),
    clearance: Clearance.optional(),
  })
  .superRefine(({ safety, participation }, context) => {
    const issue = (message: string, name: SignalList) =>
      context.addIssue({ code: 'custom', message, path: [name] })
    for (const [name, list] of Object.entries({ safety, participation }) as [SignalList, Signal[]][]) {
      const used = list.filter(({ inUse }) => inUse).length
      if (used < 1 || used > mostSignals) issue(`Keep one to ${mostSignals} signals in use`, name)
      for (const { text } of list) if (isBlaming(text)) issue('Say it without blame', name)
    }
    if (findRepeated([...safety, ...participation].map(({ code }) => code)) !== undefined) {
      issue('Each signal has a code of its own', 'participation')
    }
  })
export type Signals = z.infer<typeof Signals>

export const signalLists = ['safety', 'participation'] as const
export type SignalList = (typeof signalLists)[number]

/** What an agency can send today. */
export const signalsOf = (body: Signals, list: SignalList): Signal[] =>
  body[list].filter(({ inUse }) => inUse)
