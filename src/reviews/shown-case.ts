import type { Viewing } from '#access/look.ts'
import type { CaseFacts } from './case-facts.ts'

/** How things stand with a student of a case review, as far as whoever looks may know. */
export const shownCase = (view: Viewing, { agencies, barriers, measures }: CaseFacts) => ({
  agencies: agencies.map(({ consentId: _, ...each }) => ({
    ...each,
    nextVisitAt: view.knows('visits') ? each.nextVisitAt : null,
  })),
  barriers: view.knows('handoffs') ? barriers : [],
  measures: view.knows('supports') ? measures : [],
})
export type ShownCase = ReturnType<typeof shownCase>
