import { Problem, type Reason } from '#platform/problem.ts'
import { fieldsOfVersion } from './publishing-words.ts'

const fields: Readonly<Record<string, string>> = fieldsOfVersion

/** Whatever stands in the way of a version, in words, at its field where it is about one. */
export const obstaclesIn = <No extends string>(because: readonly No[], say: (code: No) => string) =>
  because.map((code): Reason => {
    const field = fields[code]
    return { code, says: say(code), ...(field !== undefined && { field }) }
  })

/** What is amiss in fields of a form, each said at its own, with whatever else stands in the way. */
export const amissIn = (faults: readonly Required<Reason>[], others: readonly Reason[] = []) =>
  new Problem('not_valid', [...faults, ...others])
