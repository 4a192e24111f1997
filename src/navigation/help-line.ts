import type { MarkState } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { Help } from './help.ts'
import { helpOutcomeWords, navigationWords } from './screen-words.ts'

const say = navigationWords()
const ended = helpOutcomeWords()

/**
 * How help stands, as a mark and a line of a list.
 * @param today YYYY-MM-DD on the clock of the district
 */
export function helpLine(
  { outcome, happenedOn, arranged, dueOn }: Pick<Help, 'outcome' | 'happenedOn' | 'arranged' | 'dueOn'>,
  today: string,
): { s: MarkState; said: string } {
  if (happenedOn !== null) return { s: 'done', said: say('line_done', { day: dayWords(happenedOn, today) }) }
  if (outcome !== null) return { s: 'end', said: ended(outcome) }
  const day = dayWords(dueOn, today)
  const s = dueOn < today ? 'late' : 'due'
  return { s, said: say(arranged === null ? 'line_owed' : 'line_arranged', { day }) }
}
