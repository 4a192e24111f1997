import { catalog } from '#platform/words.ts'

export const guideWords = catalog({
  en: {
    title: 'Protocols',
    lead: 'Written protocols and guidelines, in versions, and who was trained in the version in force.',
    to_own: 'What you work by',
    to_versions: 'The words and their versions',
    own_title: 'What you work by',
    own_lead: 'Protocols and guidelines of this district that your work follows.',
    none: 'No words are published yet',
    version: 'Version {version}, in force',
    trained_of: '{trained} of {all} trained in this version',
    who: 'Who',
    trained: 'Trained',
    until: 'Holds until',
    not_yet: 'Not yet',
    nobody: 'Nobody works by this yet.',
    press: 'I was trained in this and work by it',
    again: 'I was trained in this again',
    holds: 'You were trained in this version. It holds until {day}.',
    holds_for: 'It holds for {days} days.',
  },
})
