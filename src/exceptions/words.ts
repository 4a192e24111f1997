import { catalog } from '#platform/words.ts'
import type { ObstacleToRecording, ObstacleToReviewing } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'exception.recorded': 'Something was told without consent',
    'exception.reviewed': 'What was told without consent was reviewed',
  },
})

export const recordingObstacleWords = catalog({
  en: {
    threat_missing: 'Write what the danger was, to whom, and why it could not wait: at least 20 characters.',
    threat_not_here: 'A report has its words at the office that takes it. Leave them out here.',
    office_not_for_basis: 'Choose an office this ground speaks of.',
    nothing_told: 'Mark what you told. If you told nothing, there is nothing to write down.',
    in_the_future: 'Give the time you told it: it cannot be later than now.',
  } satisfies Record<ObstacleToRecording, string>,
})

export const reviewingObstacleWords = catalog({
  en: {
    own: 'Somebody else reviews what you told.',
    already_reviewed: 'It has been reviewed already.',
    note_missing: 'Write what was more than needed, or why the ground did not hold.',
  } satisfies Record<ObstacleToReviewing, string>,
})
