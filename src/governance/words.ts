import { catalog } from '#platform/words.ts'
import type { ObstacleToDrawing, ObstacleToReviewing } from './rules.ts'
import type { Stratum } from './sample.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'case_sample.drawn': 'A sample of cases was drawn',
    'sampled_case.drawn': 'A case was drawn into a sample',
    'sampled_case.reviewed': 'A case of a sample was reviewed',
  },
})

export const stratumWords = catalog({
  en: {
    override: 'Decisions that departed from the checklist',
    crisis: 'Incidents of a crisis',
  } satisfies Record<Stratum, string>,
})

export const drawingWords = catalog({
  en: {
    period_backwards: 'The last day comes after the first.',
    period_ahead: 'Choose a last day that is not ahead.',
    nothing_asked: 'Say how many cases are drawn.',
    nothing_to_draw: 'There is no case of this kind in this period.',
  } satisfies Record<ObstacleToDrawing, string>,
})

export const reviewingWords = catalog({
  en: {
    reviewed_already: 'This case was reviewed already.',
    took_part: 'You took part in this case. Somebody else reviews it.',
    reason_missing: 'You found a step otherwise than the record says. Say why.',
  } satisfies Record<ObstacleToReviewing, string>,
})
