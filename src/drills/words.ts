import { catalog } from '#platform/words.ts'
import type { ObstacleToDrill, ObstacleToFinishing } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'drill.planned': 'A crisis drill was planned',
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
    unknown_person: 'Choose people from the list.',
  } satisfies Record<ObstacleToDrill | 'unknown_person', string>,
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
