import { catalog } from '#platform/words.ts'
import type { ObstacleToAsking, ObstacleToEnding } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'outside.named': 'A provider outside the directory was named',
    'outside.called': 'Somebody called about a provider outside the directory',
    'outside.ended': 'It is known what came of a provider outside the directory',
    'help.asked': 'Practical help was asked for',
    'help.arranged': 'Practical help was arranged',
    'help.ended': 'Practical help ended',
  },
})

export const askingWords = catalog({
  en: {
    referral_ended: 'This referral has ended.',
    need_missing: 'Say what is needed. For forms, say which ones.',
    due_in_the_past: 'Give today or a day ahead.',
    barrier_unknown: 'Choose a barrier of this referral.',
    barrier_cleared: 'That barrier was cleared already.',
  } satisfies Record<ObstacleToAsking, string>,
})
export const suggestedWords = catalog({
  en: {
    referral_ended: 'This referral has ended.',
    nothing_chosen: 'Choose what does stand in the way.',
  },
})
export const arrangingWords = catalog({ en: { ended_already: 'It was ended already.' } })
export const endingWords = catalog({
  en: {
    ended_already: 'It was ended already.',
    not_arranged: 'First say how it was arranged. If nothing could be arranged, choose that and say why.',
    reason_missing: 'Say why the help was not given.',
    not_happened_yet: 'Give the day on which it happened.',
  } satisfies Record<ObstacleToEnding, string>,
})
