import type { Checklist, ChecklistAnswers, Path } from './checklist.ts'
import type { Standard } from './standard.ts'

export type ChecklistResult = {
  readonly score: number
  /** Codes of the items whose answer indicates immediate risk. */
  readonly immediate: readonly string[]
  readonly indicated: Path
  /** Codes of the items without an answer, in the order they are asked. */
  readonly unanswered: readonly string[]
}

/** Answers that name an item or an answer this version does not have: they belong to another version. */
export class AnswersOfAnotherVersion extends Error {
  constructor(item: string, answer: string) {
    super(`This checklist has no answer ${answer} to an item ${item}`)
    this.name = 'AnswersOfAnotherVersion'
  }
}

/**
 * What a set of answers indicates: exactly one path [R014]. Unanswered items count nothing, so the path
 * found from part of the answers can still rise and never fall. Throws AnswersOfAnotherVersion.
 */
export function scoreChecklist(checklist: Checklist, answers: ChecklistAnswers): ChecklistResult {
  const asked = new Map(checklist.items.map((item) => [item.code, item]))
  const chosen = Object.entries(answers).map(([item, code]) => {
    const answer = asked.get(item)?.answers.find((each) => each.code === code)
    if (answer === undefined) throw new AnswersOfAnotherVersion(item, code)
    return { item, answer }
  })
  const score = chosen.reduce((sum, { answer }) => sum + answer.points, 0)
  const immediate = chosen.filter(({ answer }) => answer.immediate === true).map(({ item }) => item)
  const byScore = checklist.thresholds.findLast(({ atLeast }) => score >= atLeast)?.path ?? 'a'
  return {
    score,
    immediate,
    indicated: immediate.length > 0 ? 'c' : byScore,
    unanswered: checklist.items.map((item) => item.code).filter((code) => !Object.hasOwn(answers, code)),
  }
}

/** The highest score anybody's answers can come to. */
export const highestScore = ({ items }: Checklist): number =>
  items.reduce((sum, { answers }) => sum + Math.max(...answers.map(({ points }) => points)), 0)

/** What a triage decision keeps so that it can be tried again [R020]. */
export type ScoredDecision = {
  readonly version: number
  readonly answers: ChecklistAnswers
  readonly score: number
  readonly indicated: Path
}

/**
 * Scores stored answers again with the version they were given to, and says whether the stored score and
 * path come out. Throws when that version is not among those given.
 */
export function scoreAgain(
  versions: readonly Standard<'checklist'>[],
  stored: ScoredDecision,
): ChecklistResult & { readonly agrees: boolean } {
  const used = versions.find(({ version }) => version === stored.version)
  if (used === undefined) throw new Error(`There is no checklist version ${stored.version}`)
  const result = scoreChecklist(used.body, stored.answers)
  return { ...result, agrees: result.score === stored.score && result.indicated === stored.indicated }
}
