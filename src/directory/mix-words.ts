import { catalog } from '#platform/words.ts'

/** How an agency sees families from a day on. */
export const mixWords = catalog({
  en: {
    title: 'How {name} sees families, from a day on',
    lead: 'Plan it now. From that day on its room follows by itself.',
    planned: 'Planned and begun',
    none: 'Nothing is planned.',
    effective: 'From',
    onCampus: 'On campus',
    offCampus: 'At the agency, off campus',
    atHome: 'At home',
    byVideo: 'By video',
    stands: 'How it stands',
    begun: 'Holds since that day',
    waits: 'Begins by itself',
    plan: 'Plan a change',
    from_day: 'From which day?',
    places: 'How many open places for each way?',
    save: 'Plan it',
    day_passed: 'Give today or a day ahead.',
    planned_already: 'Something is planned for this day already.',
    no_places: 'Give places for at least one way.',
    begun_already: 'It has begun already.',
    not_due: 'Its day has not come.',
  },
})
