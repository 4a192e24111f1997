import { z } from 'zod'
import { isId } from './ids.ts'
import { nameWords } from './name-words.ts'

/** One of many that somebody may choose. */
export type Named = { readonly id: string; readonly name: string }

/** Up to so many stand in a list to choose from. Of more, the name is typed: a page has no room for them. */
export const mostOffered = 25

/** As many as have to be found to know that they are too many for a list. */
export const oneTooMany = mostOffered + 1
/** What was found, or null when it is too much for a list. */
export const orMany = <T>(found: readonly T[]): readonly T[] | null =>
  found.length > mostOffered ? null : found

/** Most that are shown when a typed name may mean several. Whoever means another types more of it. */
const mostMeant = 10

/** What was asked for, as it stands in an address: an id, or a name somebody typed. */
export const asked = z
  .string()
  .max(200)
  .transform((given) => given.normalize('NFC').trim())
  .optional()
  .catch(undefined)

export type Choosing<N extends Named = Named> = {
  /** All there are, when they are few enough for a list; else the name is typed. */
  readonly offered: readonly Named[] | null
  readonly chosen: Named | undefined
  /** What was typed and is the name of none, or of several. */
  readonly typed: string | undefined
  /** Those it may mean, by name. */
  readonly meant: readonly N[]
  /** How many it may mean, those included that are not shown. */
  readonly count: number
}

/**
 * Those a typed name may mean: every word of it begins a word of theirs. Who is called exactly that is meant
 * before whoever is also called so.
 */
export function meantBy<N extends Named>(typed: string, all: readonly N[]): N[] {
  const words = nameWords(typed)
  if (words.length === 0) return []
  const known = all.map((each) => ({ each, own: nameWords(each.name) }))
  const begun = known.filter(({ own }) => words.every((word) => own.some((one) => one.startsWith(word))))
  const exact = begun.filter(({ own }) => own.join(' ') === words.join(' '))
  return (exact.length > 0 ? exact : begun).map(({ each }) => each)
}

/** Where there is what may be chosen, within the reach of whoever asks. */
export type Source<N extends Named> = {
  /** All of them by name, or null where they are more than `mostOffered`. */
  few(): Promise<readonly Named[] | null>
  one(id: string): Promise<Named | undefined>
  all(): Promise<readonly N[]>
}

/**
 * Settles what somebody asked for, by id or by name, among what they may choose. A name that is only one's is
 * as good as the id; of one that is several's, they are asked which.
 */
export async function choose<N extends Named>(
  given: string | undefined,
  source: Source<N>,
): Promise<Choosing<N>> {
  const nothing = { chosen: undefined, typed: undefined, meant: [], count: 0 }
  const offered = source.few()
  if (given === undefined || given === '') return { ...nothing, offered: await offered }
  if (isId(given)) {
    const [few, chosen] = await Promise.all([offered, source.one(given)])
    return { ...nothing, offered: few, chosen }
  }
  const [few, all] = await Promise.all([offered, source.all()])
  const meant = meantBy(given, all)
  if (meant.length === 1) return { ...nothing, offered: few, chosen: meant[0] }
  return {
    offered: few,
    chosen: undefined,
    typed: given,
    meant: meant.slice(0, mostMeant),
    count: meant.length,
  }
}

/** Whether there is more than one to choose of. */
export const isChoice = ({ offered }: Choosing): boolean => offered === null || offered.length > 1

/** Whether the name of one of many is typed, and not chosen of a list: then it is sent in the body. */
export const isTyped = (...choosings: readonly Choosing[]): boolean =>
  choosings.some(({ offered, chosen }) => offered === null && chosen === undefined)

/** Whether a name was typed that does not say whom or what: nothing is shown by guess, somebody is asked. */
export const isOpen = ({ typed }: Choosing): boolean => typed !== undefined

/**
 * The id that was asked for: at once when it was an id or nothing, so that what it narrows can be read beside
 * the choices; else as soon as the name is settled.
 */
export const idMeant = async (
  given: string | undefined,
  choosing: Promise<Choosing>,
): Promise<string | undefined> =>
  given === undefined || given === '' || isId(given) ? given || undefined : (await choosing).chosen?.id
