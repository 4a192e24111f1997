import { dayOfMoment, momentWords, type Reading } from '#consent/contract.ts'
import type { Escalation } from '../escalation.ts'

/** By when the next thing is owed: once something was decided, the day to look again; else an hour. */
export const owedWords = (
  { state, nextDueAt }: Pick<Escalation, 'state' | 'nextDueAt'>,
  reading: Reading,
): string =>
  state === 'decided'
    ? // A day is over at the midnight that begins the next one.
      dayOfMoment(new Date(nextDueAt.getTime() - 1), reading)
    : momentWords(nextDueAt, reading)
