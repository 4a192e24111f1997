import { catalog } from '#platform/words.ts'
import type { NoteLaw } from './note.ts'

/** Words of the notes an agency keeps. */
export const noteWords = catalog({
  en: {
    title: 'Your agency’s notes',
    number: 'Referral {number}',
    lead: 'This is a health record of {owner}. The school and the family do not see it here, nor that there is one.',
    law_hipaa: 'It stands under HIPAA.',
    law_part_2: 'It stands under HIPAA and 42 CFR Part 2.',
    written: 'Notes',
    none: 'No note yet.',
    none_note: 'What you write here stays with your agency.',
    by: '{name}. {law}.',
    write: 'Write a note',
    words: 'Note',
    words_hint: 'Read by clinicians of your agency. A mistake is put right by a further note.',
    keep: 'Keep the note',
  },
})

export const noteLawWords = catalog({
  en: { hipaa: 'HIPAA', part_2: 'HIPAA and 42 CFR Part 2' } satisfies Record<NoteLaw, string>,
})
