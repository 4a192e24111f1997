import type { Viewing } from '#access/look.ts'
import { schoolChoice, schoolsOf } from '#district/contract.ts'
import { choose, idMeant } from '#platform/choosing.ts'
import { mostSchools } from './opening.ts'

/** The schools a page is about: the one that is meant, or the first of the assignment by name. */
export async function schoolsShown({ tx, actor }: Viewing, given: string | undefined) {
  const choice = choose(given, schoolChoice(tx, actor))
  const [all, meant] = await Promise.all([schoolsOf(tx, actor), idMeant(given, choice)])
  const one = all.filter(({ id }) => id === meant)
  return { all, choice: await choice, shown: one.length > 0 ? one : all.slice(0, mostSchools) }
}
