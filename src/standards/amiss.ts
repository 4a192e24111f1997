import { Problem, type Reason } from '#platform/problem.ts'

/** What is amiss in fields of a form, each said at its own, with whatever else stands in the way. */
export const amissIn = (faults: readonly Required<Reason>[], others: readonly Reason[] = []) =>
  new Problem('not_valid', [...faults, ...others])
