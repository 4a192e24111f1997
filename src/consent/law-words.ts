import { catalog } from '#platform/words.ts'
import type { Element, Law } from './law.ts'

/** What each law is called. */
export const lawWords = catalog({
  en: {
    ferpa: 'FERPA, school records (34 CFR 99.30)',
    hipaa: 'HIPAA, health records (45 CFR 164.508)',
    part_two: 'Substance-use records (42 CFR 2.31)',
  } satisfies Record<Law, string>,
})

/** What a release must hold, in plain words. */
export const elementWords = catalog({
  en: {
    'ferpa.parent_or_eligible_student': 'Given by a parent, or by a student of 18 or older',
    'ferpa.records': 'Which records may be disclosed',
    'ferpa.purpose': 'What for',
    'ferpa.recipient': 'To whom',
    'ferpa.signature': 'Signature, or a witness who heard it',
    'ferpa.date': 'Date',
    'hipaa.records': 'What may be disclosed',
    'hipaa.discloser': 'Who may disclose it',
    'hipaa.recipient': 'To whom',
    'hipaa.purpose': 'What for',
    'hipaa.expiry': 'When it ends',
    'hipaa.signature': 'Signature, or a witness who heard it',
    'hipaa.date': 'Date',
    'hipaa.authority': 'On what authority somebody answers for the student',
    'hipaa.statement_revoke': 'Said: it can be taken back, and how',
    'hipaa.statement_refusal': 'Said: whether care depends on a yes',
    'hipaa.statement_passed_on': 'Said: who receives it may pass it on',
    'part_two.patient': 'Name of the student',
    'part_two.discloser': 'Who may disclose it',
    'part_two.records': 'What may be disclosed',
    'part_two.recipient': 'To whom',
    'part_two.purpose': 'What for',
    'part_two.statement_revoke': 'Said: it can be taken back, and how',
    'part_two.expiry': 'When it ends',
    'part_two.signature': 'Signature, or a witness who heard it',
    'part_two.date': 'Date',
    'part_two.statement_passed_on': 'Said: who receives it may pass it on',
    'part_two.statement_refusal': 'Said: what follows from a no',
  } satisfies Record<Element, string>,
})

/** Words around the list of what a release holds. */
export const holdingWords = catalog({
  en: {
    summary_whole: 'What the law asks for: all there',
    summary_missing: 'What the law asks for: {count} missing',
    missing: 'Missing: {element}',
    there: '{element}',
    spoken:
      'Spoken, not signed. The U.S. Department of Education reads FERPA as asking for a signature: get one, and say where it is kept.',
    asked_in: 'Asked in the words “{version}”',
    no_advice: 'This list helps to look. It is no legal advice: the district’s legal team decides.',
  },
})

/** Words where two caregivers differ. */
export const conflictWords = catalog({
  en: {
    title: 'Two answers differ',
    lead: 'Both may consent. Nothing crosses on this question until a person decides whose answer counts.',
    question: 'Whose answer counts?',
    answer_of: '{name}, {relationship}: {said}',
    said_at: 'said {at}',
    because: 'Why?',
    'because.order_names_one': 'A court order names who decides',
    'because.one_decides_alone': 'One of them decides alone on this',
    'because.they_agreed': 'They have agreed since',
    'because.legal_advice': 'The legal team advised so',
    save: 'Decide',
    decided: '{scope}: the answer of {name} counts. {because}. Decided by {by}, {at}.',
    decisions: 'What was decided',
  },
})
