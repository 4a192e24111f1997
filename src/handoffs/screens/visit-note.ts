import { dayOfMoment } from '#consent/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import { screenWords } from '../screen-words.ts'

/** By when the first visit keeps the same-week standard. */
export const visitNote = (data: HandoffData): string =>
  screenWords()('visit_note', {
    day: dayOfMoment(data.visits.sameWeekDueAt, { timeZone: data.clock.timeZone, now: data.now }),
  })
