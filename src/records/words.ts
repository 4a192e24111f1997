import { catalog } from '#platform/words.ts'
import type { ObstacleToAnswering, ObstacleToLifting } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'record_request.received': 'The family asked about the record',
    'record_request.answered': 'A request about the record was answered',
    'hold.placed': 'Records held back from removal',
    'hold.lifting_asked': 'Somebody asked to end the hold on records',
    'hold.lifted': 'The hold on records ended',
    'retention_rule.added': 'A rule on how long records are kept was added',
  },
})
export const requestingWords = catalog({
  en: { in_the_future: 'It cannot have been asked later than today.' },
})
export const answeringWords = catalog({
  en: {
    already_answered: 'It has been answered already.',
    not_an_answer: 'This is no answer to what was asked.',
    statement_not_here: 'A statement stands beside the record only where a correction is refused.',
  } satisfies Record<ObstacleToAnswering, string>,
})
export const liftingWords = catalog({
  en: {
    already_lifted: 'This hold has ended already.',
    nobody_asked: 'Somebody has to ask first that it ends.',
    same_person: 'Somebody else has to say so too.',
  } satisfies Record<ObstacleToLifting, string>,
})
