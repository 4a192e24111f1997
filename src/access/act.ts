import type { z } from 'zod'
import { Problem, type Reason } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { mustAcknowledge, type Unacknowledged } from './acknowledged.ts'
import { withoutOpenings } from './actor.ts'
import { asWhoTheyAre, type Doer, inTransaction, isProven, withinTheHouse } from './doer.ts'
import { foreseen } from './foresee.ts'
import { keepReply, replyTo, type Asking } from './idempotency.ts'
import { type Outcome, Undone } from './outcome.ts'
import { recordRefusal, type TooMany } from './refusal.ts'
import type { Role } from './roles.ts'
import { countTry, type Tries } from './tries.ts'
import { Unit } from './unit.ts'
import { broughtMore, fitting, oneEachField, reasonsOf } from './valid.ts'

export { done, refused, type Outcome } from './outcome.ts'

/** A catalog that has a sentence for every refusal, and may have more. */
type Words<No extends string> = (language?: Language) => {
  (code: No): string
  has(code: string): boolean
}

/** How an act is declared: who may at all, what it is given, how its refusals read, and what it does. */
export type ActDeclaration<S extends z.ZodType, Ok, No extends string> = {
  /** module/verb-noun, the file it stands in. */
  name: string
  by: readonly Role[]
  /** Those of them who may only where the district names them, as is asked inside: for the drawn matrix. */
  ifNamed?: readonly Role[]
  given: S
  refusals?: Words<No>
  /** The field a refusal is about, where it is about one. */
  fields?: Partial<Record<No, string>>
  /** For an act that anybody may ask for as often as they like: a flood must not grow the trail. */
  tooMany?: TooMany
  unacknowledged?: Unacknowledged
  /** Whether only a person at a browser does it, and never a machine in their name. */
  inPerson?: true
  /** Whether who does it must have proven who they are just now: then no machine ever does it. */
  provenLately?: true
  /**
   * Whether it stands between the walls of the house though somebody from outside does it: what they say is
   * kept where they may not look. It finds what they may speak of by who they are, and asks for nothing else.
   */
  asHouse?: true
  /** For an act that guessing would break: how often one person may try it, right or wrong. */
  tries?: Tries
  do(unit: Unit, given: z.output<S>): Promise<Outcome<Ok, No>>
  /**
   * For a form whose answers are weighed together: what stands in the way of those that fit, where others do
   * not, so that every reason is named at once. Finds it and asks permission as `do` does.
   */
  foresee?(unit: Unit, fits: Partial<z.output<S>>): Promise<readonly No[]>
}

export type Act<Ok = unknown, No extends string = string> = {
  readonly name: string
  readonly by: readonly Role[]
  readonly ifNamed: readonly Role[]
  readonly given: z.ZodType
  readonly unacknowledged: Unacknowledged | undefined
  says(code: string, language?: Language): string
  fieldOf(code: string): string | undefined
  /** What is refused of one field because of another, or of what stands there: the codes. */
  readonly fieldCodes: readonly string[]
  /**
   * Carries the act out in one transaction.
   * @param asking the idempotency key and a hash of the request; left out where a request cannot be repeated
   * @throws Problem not_allowed, not_found, not_valid, changed_meanwhile, key_used_differently
   */
  perform(doer: Doer, raw: unknown, asking?: Asking): Promise<Outcome<Ok, No>>
}

/** A transaction that lost a race it could not see (deadlock, serialization) is simply done again. */
const lostRace = (error: unknown) => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

/** The transaction of an act, once; what it is given has been read. */
function onceOf<S extends z.ZodType, Ok, No extends string>(declaration: ActDeclaration<S, Ok, No>) {
  const { name, tooMany } = declaration
  return async (doer: Doer, values: z.output<S>, asking: Asking | undefined): Promise<Outcome<Ok, No>> => {
    const { reactions } = doer
    const actor = withoutOpenings(doer.actor)
    const within = declaration.asHouse ? withinTheHouse(doer) : doer
    const now = doer.clock.now()
    let unit: Unit | undefined
    try {
      return await inTransaction(within, async (tx) => {
        unit = new Unit(tx, { actor, now, reactions })
        const outcome = await declaration.do(unit, values)
        unit.settle(outcome)
        if (asking !== undefined) keepReply(tx, { actor, now, asking, outcome })
        return outcome
      })
    } catch (error) {
      const before = asking && (await replyTo(within, asking))
      if (before !== undefined) return before as Outcome<Ok, No>
      if (error instanceof Undone || error instanceof Problem) {
        await recordRefusal(doer, { name, error, subject: unit?.subject, values, tooMany })
      }
      if (error instanceof Undone) return { done: false, because: error.because as No[] }
      throw error
    }
  }
}

/** Done again after a race it could not see, and thrice at most. */
async function untilDecided<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!lostRace(error) || attempt === 3) throw error
    }
  }
}

/** How the refusals of an act read, and the fields they are about. */
const wordsOf = <S extends z.ZodType, Ok, No extends string>({
  refusals,
  fields,
}: ActDeclaration<S, Ok, No>) => ({
  says(code: string, language?: Language) {
    const say = refusals?.(language)
    return say?.has(code) ? say(code as No) : code
  },
  fieldOf: (code: string) => fields?.[code as No],
  fieldCodes: Object.keys(fields ?? {}),
})

/** Everything that stands in the way of what was given: what does not fit, and what the rest of it meets. */
function reasonsForOf<S extends z.ZodType, Ok, No extends string>(declaration: ActDeclaration<S, Ok, No>) {
  const { name, given } = declaration
  const { says, fieldOf } = wordsOf(declaration)
  return async (doer: Doer, raw: unknown, error: z.ZodError): Promise<Reason[]> => {
    if (declaration.foresee === undefined || broughtMore(error)) return reasonsOf(error)
    const fits = fitting(given, raw, error)
    const met = await foreseen(
      doer,
      { name, values: raw },
      async (unit) => declaration.foresee?.(unit, fits) ?? [],
    )
    const reasons = met.map((code): Reason => {
      const field = fieldOf(code)
      return { code, says: says(code), ...(field !== undefined && { field }) }
    })
    return oneEachField([...reasonsOf(error), ...reasons])
  }
}

/**
 * Declares an act: one file, one transaction: find it, may I, judge it, do it, record it, say what follows.
 */
export function act<S extends z.ZodType, Ok, No extends string = never>(
  declaration: ActDeclaration<S, Ok, No>,
): Act<Ok, No> {
  const { name, by, ifNamed = [], given, tries, unacknowledged } = declaration
  const once = onceOf(declaration)
  const { says, fieldOf, fieldCodes } = wordsOf(declaration)
  const reasonsFor = reasonsForOf(declaration)

  const judge = async (doer: Doer, raw: unknown, asking?: Asking): Promise<Outcome<Ok, No>> => {
    const refuse = async (error: Problem): Promise<never> => {
      await recordRefusal(doer, { name, error, subject: undefined, values: raw })
      throw error
    }
    if (!by.includes(doer.actor.role)) return refuse(new Problem('not_allowed'))
    if (mustAcknowledge(doer.actor, declaration)) return refuse(new Problem('acknowledgement_needed'))
    if (declaration.inPerson && doer.machine) return refuse(new Problem('not_allowed'))
    const parsed = given.safeParse(raw)
    if (!parsed.success) {
      const error = new Problem('not_valid', await reasonsFor(doer, raw, parsed.error))
      if (broughtMore(parsed.error)) return refuse(error)
      throw error
    }
    if (declaration.provenLately && !isProven(doer)) return refuse(new Problem('proof_needed'))
    if (tries !== undefined && !(await countTry(doer, { act: name, tries })))
      return refuse(new Problem('too_many'))
    return untilDecided(() => once(doer, parsed.data, asking))
  }

  const perform = (doer: Doer, raw: unknown, asking?: Asking) =>
    asWhoTheyAre(doer, (who) => judge(who, raw, asking))

  return { name, by, ifNamed, given, unacknowledged, says, fieldOf, fieldCodes, perform }
}
