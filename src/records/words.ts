import { catalog } from '#platform/words.ts'
import type { ObstacleToAnswering, ObstacleToLifting, ObstacleToRemoving } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'record_request.received': 'The family asked about the record',
    'record_request.answered': 'A request about the record was answered',
    'hold.placed': 'Records held back from removal',
    'hold.lifting_asked': 'Somebody asked to end the hold on records',
    'hold.lifted': 'The hold on records ended',
    'retention_rule.added': 'A rule on how long records are kept was added',
    'removal.proposed': 'It was proposed to remove records',
    'records.removed': 'Records were removed for good',
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
export const proposingWords = catalog({
  en: { nothing_due: 'The schedule would remove nothing of these today.' },
})
export const removingWords = catalog({
  en: {
    already_removed: 'This was removed already.',
    proposed_by_you: 'Somebody else has to say so too.',
    proposed_long_ago: 'This was proposed more than two weeks ago. Propose it anew.',
    nothing_due_now: 'Nothing of it may be removed today: it is held, or the schedule was changed.',
  } satisfies Record<ObstacleToRemoving | 'nothing_due_now', string>,
})
