import { catalog } from '#platform/words.ts'
import type { NeedKind, NeedOutcome, ObstacleToNoting } from './need.ts'
import type { Capacity, FamilyTransport, ObstacleToKeeping, WorkLimit } from './profile.ts'
import type { ReasonToSuggest } from './suggest.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'family_profile.kept': 'What a family told of its days and its ways was kept',
    'family_need.noted': 'A family needs something at home',
    'family_need.taken': 'Somebody else sees to what a family needs',
    'family_need.ended': 'It is known what came of what a family needed',
  },
})

const noSchool = 'The student is at no school now, so nobody there can see to it.'
export const keepingWords = catalog({
  en: {
    no_limits_and_some: 'Choose either that work keeps nobody, or when it does.',
    no_school: noSchool,
  } satisfies Record<ObstacleToKeeping, string>,
})
export const notingWords = catalog({
  en: {
    no_school: noSchool,
    due_in_the_past: 'Give today or a day ahead.',
    is_open: 'Somebody sees to this already.',
  } satisfies Record<ObstacleToNoting, string>,
})
const endedAlready = 'It was ended already.'
export const takingWords = catalog({
  en: { ended_already: endedAlready, yours_already: 'You see to this already.' },
})
export const endingNeedWords = catalog({ en: { ended_already: endedAlready } })

export const limitWords = catalog({
  en: {
    no_limits: 'Work keeps nobody',
    mornings: 'Mornings',
    school_hours: 'While school is on',
    afternoons: 'Afternoons',
    evenings: 'Evenings',
    nights: 'Works at night, sleeps by day',
    weekends: 'Weekends',
    shifts_change: 'Shifts change',
  } satisfies Record<WorkLimit, string>,
})
export const familyTransportWords = catalog({
  en: {
    own_car: 'By their own car',
    rides: 'Somebody drives them',
    bus: 'By bus',
    walks: 'On foot',
    none: 'There is no way yet',
  } satisfies Record<FamilyTransport, string>,
})
export const capacityWords = catalog({
  en: {
    room_for_more: 'There is room for visits and papers',
    with_help: 'With help from somebody',
    carries_too_much: 'There is too much to carry',
  } satisfies Record<Capacity, string>,
})
export const needWords = catalog({
  en: {
    food: 'Food',
    housing: 'A place to live',
    benefits: 'Benefits',
    transport: 'A way to get around',
    child_care: 'Care for smaller children',
    coverage: 'Health insurance',
    clothing: 'Clothing',
    internet: 'Internet or a phone',
  } satisfies Record<NeedKind, string>,
})
export const needOutcomeWords = catalog({
  en: {
    met: 'The family has it',
    family_declined: 'The family said no',
    not_needed: 'It is not needed any more',
    not_possible: 'Nobody could help with it',
  } satisfies Record<NeedOutcome, string>,
})
export const suggestionWords = catalog({
  en: {
    no_way_there: 'The family has no way there.',
    hours_of_work: 'A caregiver works when visits may be.',
    carries_too_much: 'A caregiver has too much to carry.',
    interpreter: 'A caregiver needs an interpreter.',
    needs_at_home: 'Something is needed at home first.',
    needs_coverage: 'Health insurance is not settled.',
  } satisfies Record<ReasonToSuggest, string>,
})

/** What a family chose: said plainly, and never as something that was missed. */
export const choiceWords = catalog({
  en: {
    accepted: 'Said yes to {partner}',
    declined: 'Said no to {partner}',
    picked_agency: 'Chose {partner}',
    waits: 'Asked to wait until {day}',
    withdrew: 'Chose not to go on',
    declined_help: 'Chose to go without practical help',
    declined_need: 'Said no to help with {need}',
  },
})
