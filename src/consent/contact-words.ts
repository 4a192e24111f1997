import { catalog } from '#platform/words.ts'

/** Why somebody cannot be named. */
export const contactObstacleWords = catalog({
  en: {
    not_at_school:
      'This person does not ask families of this school for consent. Choose somebody from the list.',
    named_already: 'This person collects consent from this family already.',
  },
})

/** Who collects consent and papers from a family, and what asking beside them needs. */
export const contactWords = catalog({
  en: {
    'you': 'You collect consent and papers from this family.',
    'contact': '{name} collects consent and papers from this family.',
    'ask_first': 'Speak with them before you ask. If you ask yourself, say why: they hear of it.',
    'named': 'Named by {by}, {at}.',
    'by_navigating': 'Nobody is named: it is whoever navigates the referral.',
    'change': 'Name somebody',
    'who': 'Who collects consent and papers?',
    'save': 'Name',
    'beside': '{name} collects consent from this family. Why do you ask?',
    'because.contact_away': 'They are away',
    'because.family_asked': 'The family asked me',
    'because.cannot_wait': 'It cannot wait',
    'because.agreed': 'We agreed that I ask',
    'paper': 'On paper',
    'paper_open': 'The paper was given',
    'paper_lead': 'Say so here, and the family is asked again on the day you choose.',
    'paper_to': 'Who has the paper?',
    'paper_which': 'What does it ask?',
    'again_on': 'Ask again on',
    'paper_save': 'The paper was given',
    'asked': 'Asked',
    'asked_link': '{caregiver} was asked by link {at}, by {by}.',
    'asked_paper': '{caregiver} was given the paper {at}, by {by}.',
    'asked_beside': 'Beside {name}: {because}.',
    'waits': 'An answer is waited for until {due}.',
    'over': 'No answer came by {due}. Ask again.',
    'settled': 'Nothing is waited for any more.',
  },
})
