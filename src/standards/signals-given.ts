import { z } from 'zod'
import { day, text, whole } from '#platform/given.ts'
import { codedFrom, codedLines } from './coded-lines.ts'
import { type Clearance, type Signals } from './signals.ts'

/** The lists as a form or a machine gives them, line by line, and the clearance they need. */
export const SignalsGiven = z.object({
  /** The version that was written anew. */
  version: whole(1, 1_000_000),
  inForceOn: day,
  decision: text(300, 'Say which decision this rests on'),
  safety: text(1000),
  participation: text(1000),
  clearedBy: text(120, 'Say who of the legal office cleared these lists'),
  clearedOn: day,
  reference: text(200, 'Say where the clearance is kept'),
})
export type SignalsGiven = z.output<typeof SignalsGiven>

/** What was given, as the body of the version after `before`. It is judged by the schema like any other. */
export function signalsFrom(given: SignalsGiven, before: Signals): unknown {
  const taken = new Set([...before.safety, ...before.participation].map(({ code }) => code))
  const { clearedBy, clearedOn, reference } = given
  const clearance: Clearance = { clearedBy, clearedOn, reference }
  const list = (name: 'safety' | 'participation') =>
    codedFrom(given[name], { before: before[name], taken, stem: name })
  return { safety: list('safety'), participation: list('participation'), clearance }
}

/** What the form holds before anybody types: the version in force. Its clearance is given anew. */
export const heldSignals = ({ safety, participation }: Signals): Record<string, string> => ({
  safety: codedLines(safety),
  participation: codedLines(participation),
})
