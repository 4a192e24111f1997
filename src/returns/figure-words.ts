import { catalog } from '#platform/words.ts'

/** Words of whether returns hold, in counts. */
export const returnFigureWords = catalog({
  en: {
    title: 'Whether coming back to school holds',
    menu: 'Coming back to school',
    lead: 'Students who came back after a crisis in the last {days} days, each counted once the days after the return have passed.',
    few: 'Schools where a number is smaller than {fewest} are not shown, and others with them where it would follow from the rest.',
    none: 'No school has numbers of at least {fewest}',
    nobody: 'Nobody came back whose first window has passed',
    hidden:
      '{count, plural, one {# school is} other {# schools are}} not shown: a number there could say whom it is about.',
    after: '{days} days after the return',
    school: 'School',
    all: 'All schools',
    returned: 'Came back',
    restored: 'Attendance restored',
    missedMore: 'Missed more days than before',
    unknown: 'Days missed not known',
    excluded: 'Excluded since',
    urgent: 'In another crisis',
    held: 'All three held',
  },
})
