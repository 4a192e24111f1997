import { catalog } from '#platform/words.ts'
import type { ObstacleToDrill, ObstacleToFinishing } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'drill.planned': 'A crisis drill was planned',
    'drill.begun': 'A timed crisis drill was begun',
    'drill.joined': 'Others who took part in a crisis drill were added',
    'drill.completed': 'A crisis drill was held',
    'drill.called_off': 'A crisis drill was called off',
    'drill_finding.written': 'What a drill showed was written down',
    'drill_finding.finished': 'What a drill showed was seen to',
    'crisis_team.joined': 'Somebody joined the crisis team of a school',
    'crisis_team.left': 'Somebody left the crisis team of a school',
    'crisis_team.credited': 'Continuing education was credited',
  },
})

/** News about a drill says that it is one, before anything else. */
export const noticeWords = catalog({
  en: {
    'drill.told': 'DRILL: you were told of a crisis that is none. Answer it as you would a real one.',
    'drill.owed': 'DRILL: a timed drill you have runs on. See what is still owed.',
    'drill.review_asked': 'DRILL: you were asked to look at a call.',
    'drill.finding_given': 'DRILL: you were given something to see to after a crisis drill.',
  },
})

export const planningWords = catalog({
  en: {
    scenario_unknown: 'Choose a scenario from the list.',
    planned_behind: 'Give today or a day ahead.',
  },
})
export const drillWords = catalog({
  en: {
    completed_already: 'This drill was held. What it kept stays as it is.',
    called_off_already: 'This drill was called off.',
    held_ahead: 'Give today or a day before.',
    nobody_took_part: 'Mark who took part.',
    not_begun: 'This drill has not begun yet.',
    not_timed: 'This drill is held at a table: nothing runs against the clock.',
    begun_already: 'This drill has begun already.',
    nobody_leads: 'Mark somebody who leads in a crisis: the lead, who stands in, or the principal.',
    nobody_new: 'Mark somebody who is not on the list yet.',
    unknown_person: 'Choose people from the list.',
  } satisfies Record<ObstacleToDrill | 'unknown_person' | 'nobody_new', string>,
})
export const findingWords = catalog({
  en: {
    not_held: 'First say that the drill was held.',
    owner_unknown: 'Choose somebody from the list.',
    not_theirs: 'A change of the standard is seen to by the head of the district.',
    due_behind: 'Give today or a day ahead.',
  },
})
export const finishingWords = catalog({
  en: {
    finished_already: 'It was ended already.',
    no_change_asked: 'No change of the standard was asked for here.',
  } satisfies Record<ObstacleToFinishing, string>,
})
export const teamActWords = catalog({
  en: { left_already: 'They left the team already.', earned_ahead: 'Give today or a day before.' },
})
