import type { Reason } from '#platform/problem.ts'
import type { View } from './screen.ts'

/** What a page that came back says first: every reason of the problem, or the problem itself without any. */
export function reasonsShown({ problem, language }: Pick<View, 'problem' | 'language'>): readonly Reason[] {
  if (problem === undefined || problem.because.length > 0) return problem?.because ?? []
  const { code, title, next } = problem.toJSON(language)
  return [{ code, says: `${title} ${next}` }]
}
