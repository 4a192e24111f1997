import { catalog } from '#platform/words.ts'
import type { ObstacleToAbsence } from './absence.ts'

export const absenceObstacleWords = catalog({
  en: {
    ends_before_it_starts: 'The last day comes before the first. Correct one of the two.',
    over_already: 'These days are over. Choose days from today on.',
    away_already:
      'Some of these days are written down already. End that absence first, or choose other days.',
    not_able: 'Choose somebody of the list: they work at one of the same schools and may own what is owed.',
  } satisfies Record<ObstacleToAbsence, string>,
})
export const backupWords = catalog({
  en: {
    not_able: 'Choose somebody of the list: they work at one of the same schools and may own what is owed.',
    named_already: 'This person is named already.',
  },
})
export const absenceEndWords = catalog({ en: { over_already: 'They are back already.' } })

/** Words of the page that says who is away, and who stands in. */
export const awayWords = catalog({
  en: {
    title: 'Who is away',
    lead: 'While somebody is away, their work shows to whoever stands in, and what falls due goes there. Why they are away is not kept.',
    own_backup: 'Your backup',
    own_backup_now: '{name} stands in for you.',
    own_backup_none: 'Nobody is named to stand in for you yet.',
    backup: 'Who stands in',
    backup_hint: 'Somebody of one of your schools who may own what you own.',
    choose: 'Choose',
    name_save: 'Name them',
    add: 'Write down days away',
    who: 'Who is away',
    from: 'First day',
    through: 'Last day',
    save: 'Write it down',
    list: 'Away now or soon',
    list_none: 'Nobody of your schools is away.',
    person: 'Who',
    days: 'Days',
    span: '{from} to {through}',
    stands_in: '{name} stands in',
    more: 'Only the first names are offered and listed here.',
    today: 'Away today',
    back: 'Back today',
    back_of: ': {name}',
  },
})
