import { catalog } from '#platform/words.ts'
import type { TeamKind } from '../team.ts'

/** For whom somebody stands on a crisis team. */
export const teamKindWords = catalog({
  en: {
    professional: 'Professional',
    caregiver: 'Caregiver',
    community: 'Community partner',
  } satisfies Record<TeamKind, string>,
})

/** The crisis team of a school, on paper and on a device. */
export const rosterWords = catalog({
  en: {
    roster: 'Crisis team',
    roster_of: 'Crisis team of {school}',
    nobody: 'Nobody is on the crisis team of this school yet.',
    choose: 'Choose a school to print its team.',
    lacks: 'Not complete: nobody stands for {missing}.',
    who: 'Who',
    kind: 'Stands for',
    number: 'Number',
    no_number: 'No number given',
    told: 'Who is told, in this order',
    paper_alone: 'The crisis team of each school is on paper.',
  },
})
