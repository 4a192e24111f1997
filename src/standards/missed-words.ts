import { catalog } from '#platform/words.ts'

/** What the pages say of times that were missed. */
export const missedWords = catalog({
  en: {
    title: 'Missed so far',
    line: '{clock}, was due {at}',
    held: 'Noticed {at}. {holder} had it. The standard was {limit}, version {version}.',
    at: '{day}, {time}',
    nobody: 'Nobody by name',
    lead: 'The designated lead',
  },
})
