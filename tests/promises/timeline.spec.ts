import { describe, expect, test } from 'vitest'
import { classOfChange } from '#coordination/classes.ts'
import { leftOut, saidOf } from '#coordination/timeline.ts'
import { readTraceWords } from '../../tools/draw/trail.ts'

/** Changes that can never be about a student, by what they are about. */
const aboutNoStudent: Readonly<Record<string, string>> = {
  absence: 'Staff, who are away.',
  lost: 'All that is open. What became of each record is a change of its own.',
  access: 'Staff, whose access ends.',
  access_token: 'A machine of the district or an agency.',
  address: 'Whoever signs in, and how.',
  agreement: 'A district and an agency.',
  asking: 'Counts of the public page, which know no student.',
  assignment: 'Staff.',
  care_agreement: 'The district and a law-enforcement agency.',
  care_designee: 'Staff.',
  care_sender: 'A desk of a law-enforcement agency.',
  care_signing_key: 'A key of such a desk.',
  change_request: 'What the crisis standard should say.',
  case_sample: 'A period and a seed. That a case was drawn is a change of its own.',
  closure: 'The school calendar.',
  coordinator: 'Staff, and the agencies they coordinate with.',
  district: 'The district itself.',
  hours: 'The school calendar.',
  invitation: 'Staff.',
  legal_rule: 'A rule the district works by.',
  login: 'Staff.',
  crisis_contact: 'Whom anybody may call in a crisis.',
  crisis_team: 'Who stands on the crisis team of a school.',
  drill: 'A drill: nobody real is in it.',
  drill_finding: 'What a drill showed: nobody real is in it.',
  message: 'Something that left the house, by its id. Whom it was about is not said.',
  message_choice: 'Staff.',
  note: 'An agency, in its own record: the school’s timeline does not say that there is one.',
  onboarding: 'An agency.',
  pages: 'Staff.',
  partner: 'An agency.',
  passkey: 'Whoever signs in, and how.',
  password: 'Staff.',
  privacy_terms: 'What staff keep to.',
  person: 'Staff, and staff of agencies.',
  queue: 'The triage queue of a school.',
  recovery_codes: 'Staff.',
  retention_rule: 'A class of records of the district.',
  roster: 'A whole roster. What it changed about a student is a change of its own.',
  credential: 'Staff.',
  supervisor: 'Staff.',
  supervision: 'Staff.',
  school: 'A school.',
  screening_cut_off: 'A limit of the district.',
  screening_instrument: 'An instrument of the district.',
  screening_round: 'A school and some grades.',
  second_step: 'Staff.',
  session: 'Staff.',
  sessions: 'Staff.',
  sign_in: 'Staff.',
  sign_off: 'A district and an agency.',
  standard: 'A standard of the district.',
  term: 'The school calendar.',
  guide: 'Staff.',
  terms: 'Staff.',
  training: 'Staff, and what the district requires of them.',
  training_session: 'How many students were there, and nobody by name.',
  texts: 'A phone, by a mark.',
  trail: 'The installation.',
  work: 'All that one person left. What became of each piece is a change of its own.',
}

type Named = { name: string }
const subjectOf = ({ name }: Named) => name.split('.')[0] ?? ''

/** Names that a timeline neither says nor leaves out for a reason. */
const unsaid = (names: readonly Named[]): string[] =>
  names
    .filter((each) => !(subjectOf(each) in aboutNoStudent))
    .map(({ name }) => name)
    .filter((name) => saidOf(name) === undefined && !(name in leftOut))

describe('The timeline of a student', () => {
  test('says every change that can be about a student, or has a reason not to', () => {
    expect(unsaid(readTraceWords())).toEqual([])
  })

  test('tells no change of a class that nobody gave it: it would be told to nobody', () => {
    const told = readTraceWords().filter(
      (each) => !(subjectOf(each) in aboutNoStudent) && !(each.name in leftOut),
    )
    expect(told.length).toBeGreaterThan(50)
    expect(told.map(({ name }) => name).filter((name) => classOfChange(name) === undefined)).toEqual([])
    expect(classOfChange('weather.changed')).toBe(undefined)
  })

  test('would miss a change that no module says', () => {
    expect(
      unsaid([{ name: 'crisis.opened' }, { name: 'crisis.forgotten' }, { name: 'roster.applied' }]),
    ).toEqual(['crisis.forgotten'])
  })

  test('has no reason that is not needed any more', () => {
    const names = readTraceWords()
    const subjects = new Set(names.map(subjectOf))
    expect(Object.keys(aboutNoStudent).filter((subject) => !subjects.has(subject))).toEqual([])
    const known = new Set(names.map(({ name }) => name))
    expect(Object.keys(leftOut).filter((name) => !known.has(name))).toEqual([])
  })
})
