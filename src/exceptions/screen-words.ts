import { catalog } from '#platform/words.ts'
import type { Basis, Channel, FamilyReaders, Finding, Office, ToldItem } from './exception.ts'

export const basisWords = catalog({
  en: {
    health_safety_emergency: 'Health or safety emergency',
    mandated_report: 'Report the law makes a duty',
  } satisfies Record<Basis, string>,
})
export const itemWords = catalog({
  en: {
    identity: 'Name, birth date and school',
    appearance: 'What the student looks like and wears',
    whereabouts: 'Where the student is or was last seen',
    what_was_observed: 'What was seen or heard',
    caregiver_contact: 'Caregiver name and phone',
    school_contact: 'Whom to call back at school',
    language: 'Language, and what the student needs to be understood',
  } satisfies Record<ToldItem, string>,
})
export const officeWords = catalog({
  en: {
    emergency_services: '911 or ambulance',
    police: 'Police',
    hospital: 'Hospital',
    crisis_team: 'Crisis team or line',
    agency: 'An agency that treats the student',
    child_protection: 'Child protection',
    caregiver: 'A caregiver, or another adult who can keep the student safe',
  } satisfies Record<Office, string>,
})
export const channelWords = catalog({
  en: { phone: 'By phone', in_person: 'In person', writing: 'In writing' } satisfies Record<Channel, string>,
})
export const familyReaderWords = catalog({
  en: {
    family: 'The caregivers and the student',
    student: 'The student alone',
    nobody: 'Nobody, for it would put the student in danger',
  } satisfies Record<FamilyReaders, string>,
})
export const findingWords = catalog({
  en: {
    within_basis: 'Right, and no more than needed',
    more_than_needed: 'Right, but more was told than needed',
    not_within_basis: 'The ground did not hold',
  } satisfies Record<Finding, string>,
})

export const exceptionWords = catalog({
  en: {
    title: 'Told without consent',
    lead: 'What was told about a student without consent, and whether somebody else has looked at it.',
    states: 'Which ones',
    waiting: 'Waiting for review',
    reviewed: 'Reviewed',
    overdue: '{count, plural, one {# review is overdue.} other {# reviews are overdue.}}',
    nothing_waiting: 'Nothing waits for a review.',
    nothing_reviewed: 'Nothing has been reviewed yet.',
    nothing_note: 'You see what you told yourself, and what your role reviews or answers for.',
    how: 'To write one down, open the student’s page.',
    student: 'Student',
    ground: 'Ground',
    told_to: 'Told',
    told_by: 'By',
    review: 'Review',
    due: 'Due {at}',
    late: 'Overdue since {at}',
    found: '{finding}. {name}, {at}',
    office_line: '{name}, {office}',
    by_at: '{name}, {at}',
    crumb_student: 'The student’s page',
    title_of: 'Told about {name} without consent',
    telling: 'Write down what you told',
    telling_lead: 'Call first, write afterwards. This page sends nothing to anybody.',
    telling_keeps:
      'It keeps what you told, so that it is counted and somebody else looks at it within three days.',
    grounds: 'Ground',
    emergency_lead:
      'For an articulable and significant threat to the health or safety of the student or others (34 CFR 99.36).',
    emergency_tell: 'Tell only who can help, and only what they need.',
    report_lead:
      'You made the report yourself: this only keeps that you did. You see it, and who reviews it. No caregiver ever does.',
    report_in: 'It is kept with the incident, and only who may read it learns of it there.',
    threat: 'What the danger was',
    threat_hint: 'To whom, what was said or seen, and why it could not wait for consent. No diagnosis.',
    items: 'What you told',
    items_hint: 'Only what was needed. Nothing a clinician wrote.',
    office: 'Which office',
    name: 'Whom you spoke to',
    name_hint: 'A name, or a badge or call number.',
    office_name: 'Name of the office',
    channel: 'By which way',
    reference: 'Number of the report',
    reference_hint: 'As the office gave it.',
    on_day: 'Day',
    at_time: 'Time',
    family: 'Who in the family may read of it',
    family_hint:
      'A family has a right to know what was told. Choose nobody only where knowing it is a danger.',
    save: 'Keep it',
    before: 'Written down before',
    open: 'Open',
    one: 'One telling without consent',
    threat_was: 'The danger',
    threat_owed: 'Not written down yet. The record of the incident does not close before it is.',
    told_in: 'Told',
    during_a_crisis: 'While an incident of the student ran.',
    in_a_crisis: 'In a crisis, by the record of the incident.',
    items_were: 'What was told',
    when: 'When',
    way: 'Way',
    family_reads: 'The family page',
    reference_was: 'Number of the report',
    written: 'Written down',
    review_title: 'Review',
    finding: 'What do you find?',
    note: 'What is to be learned or done',
    note_hint: 'Needed unless everything was right.',
    review_save: 'Keep the finding',
    review_waits: 'Somebody else looks at it. Due {at}.',
    restricted: 'Kept from almost everybody: who made the report and who reviews it.',
  },
})
