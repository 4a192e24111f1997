import { catalog } from '#platform/words.ts'
import type { Reading } from './terms.ts'

export type ObstacleToPublishing = 'in_the_past' | 'before_the_last' | 'too_many_lines' | 'too_long_a_line'

export const publishingObstacles = catalog({
  en: {
    in_the_past: 'A version begins today or later.',
    before_the_last: 'A later version is planned already. Begin on its day or after it.',
    too_many_lines: 'Use at most 20 lines.',
    too_long_a_line: 'Use at most 300 characters on a line.',
  } satisfies Record<ObstacleToPublishing, string>,
})

export const audienceWords = catalog({
  en: {
    teacher: 'Teachers',
    school: 'School staff',
    partner: 'Staff of agencies',
    care_coordination: 'Care coordination',
    wraparound: 'Wraparound teams',
    on_campus: 'Care on campus',
  } satisfies Record<Reading, string>,
})

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'privacy_terms.published': 'A version of what people keep to was published',
    'guide.trained': 'Somebody was trained in a protocol or guideline',
    'terms.acknowledged': 'Somebody acknowledged what they keep to',
  },
})
