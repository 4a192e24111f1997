import { catalog } from '#platform/words.ts'
import type { ConsentState } from './consent-state.ts'

/** What each state is called. */
export const stateWords = catalog({
  en: {
    conflicting: 'Two answers differ',
    no_contact_details: 'No way to reach anybody',
    to_ask: 'To be asked',
    requested: 'Asked, no answer yet',
    incomplete: 'Yes, not yet valid',
    ending_soon: 'Ends soon',
    partial: 'Part of it',
    in_force: 'In force',
    declined: 'No',
    withdrawn: 'Taken back',
    ended: 'Ended',
    superseded: 'Answered anew',
  } satisfies Record<ConsentState, string>,
})

/** What each state means, and what is owed. */
export const stateNotes = catalog({
  en: {
    conflicting: 'Nothing crosses until a person decides whose answer counts, with the reason.',
    no_contact_details:
      'Nobody who may consent has a telephone number on record, or each asked not to be contacted. Ask the office.',
    to_ask: 'Nobody was asked yet. The handoff holds the words to read aloud.',
    requested:
      'A link was sent or a paper given, and an answer is waited for. When its time is over, ask again.',
    incomplete:
      'The family said yes, and the record lacks something the law asks for. Nothing crosses on it.',
    ending_soon: 'Ask again if it is still needed. When it ends, nothing crosses.',
    partial: 'The family chose part of it. What it said no to is not shared.',
    in_force: 'Every question that was asked is answered yes.',
    declined: 'The family’s choice. The student is still offered help at school.',
    withdrawn: 'Sharing has stopped. Ask again only if the family wants to.',
    ended: 'Nothing crosses any more. Ask again if it is still needed.',
    superseded: 'An earlier record was answered anew. It stays in history and counts no more.',
  } satisfies Record<ConsentState, string>,
})

export const worklistWords = catalog({
  en: {
    title: 'Consents',
    lead: 'Where consent stands on every open referral you may see.',
    rules_link: 'Who may consent, by state',
    wording_link: 'The words families are asked in',
    states: 'Where consent stands',
    student: 'Student',
    agency: 'Agency',
    agency_none: 'Not chosen',
    latest: 'Last answer',
    latest_none: 'None yet',
    asked: 'Asked',
    asked_link: 'By link {at}, by {by}',
    asked_paper: 'On paper {at}, by {by}',
    waits: 'Answer by {due}',
    over: 'No answer by {due}. Ask again.',
    referral: 'Referral {number}',
    alone: 'The student answered alone. Do not contact a caregiver about it.',
    nothing: 'No open referral stands here.',
  },
})
