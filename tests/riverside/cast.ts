import type { Actor } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import { familyCast } from './cast-family.ts'
import { families } from './families.ts'
import { idOf } from './ids.ts'
import { type Member, member } from './member.ts'
import { partners, riversideId, schools } from './places.ts'

export type { Member } from './member.ts'

/**
 * Everybody who works in the stories, and those of their families who sign in. The first assignment of each
 * is the one they sign in with.
 */
export const cast = {
  maya: member('maya.okafor', {
    name: 'Maya Okafor',
    phone: '555-0142',
    about: 'Walks families from a decision to a first visit',
    assignments: [{ role: 'navigator', schools: ['alderCreek', 'larkspur'] }],
  }),
  jonah: member('jonah.reed', {
    name: 'Jonah Reed',
    phone: '555-0143',
    about: 'Navigator at the high school',
    assignments: [{ role: 'navigator', schools: ['harlow'] }],
  }),
  daniel: member('daniel.reyes', {
    name: 'Daniel Reyes',
    phone: '555-0145',
    about: 'Decides which path a concern takes',
    assignments: [{ role: 'counselor', schools: ['alderCreek'] }],
  }),
  priya: member('priya.nair', {
    name: 'Priya Nair',
    phone: '555-0146',
    about: 'Counselor at the high school',
    assignments: [{ role: 'counselor', schools: ['harlow'] }],
  }),
  helen: member('helen.park', {
    name: 'Helen Park',
    phone: '555-0147',
    about: 'Psychologist for all schools, second reviewer',
    assignments: [{ role: 'psychologist', schools: 'all' }],
  }),
  ines: member('ines.duarte', {
    name: 'Ines Duarte',
    phone: '555-0148',
    about: 'Nurse at Alder Creek and Larkspur',
    assignments: [{ role: 'nurse', schools: ['alderCreek', 'larkspur'] }],
  }),
  olive: member('olive.grant', {
    name: 'Olive Grant',
    phone: '555-0149',
    about: 'Social worker at the high school',
    assignments: [{ role: 'social_worker', schools: ['harlow'] }],
  }),
  joan: member('joan.hale', {
    name: 'Joan Hale',
    about: 'Teaches grade 7, raises a concern',
    assignments: [{ role: 'teacher', schools: ['alderCreek'] }],
  }),
  karen: member('karen.odell', {
    name: 'Karen Odell',
    about: 'Teaches at the high school',
    assignments: [{ role: 'teacher', schools: ['harlow'] }],
  }),
  ruth: member('ruth.halvorsen', {
    name: 'Ruth Halvorsen',
    phone: '555-0150',
    about: 'Leads in a crisis, and when a family is not connected',
    assignments: [
      { role: 'designated_lead', schools: 'all' },
      { role: 'crisis_lead', schools: 'all' },
    ],
  }),
  samuel: member('samuel.ito', {
    name: 'Samuel Ito',
    phone: '555-0151',
    about: 'Backup in a crisis',
    assignments: [{ role: 'crisis_lead', schools: ['alderCreek', 'harlow'] }],
  }),
  grace: member('grace.whitfield', {
    name: 'Grace Whitfield',
    phone: '555-0152',
    about: 'Coordinates care across agencies',
    assignments: [{ role: 'care_coordinator', schools: 'all' }],
  }),
  marcus: member('marcus.webb', {
    name: 'Marcus Webb',
    about: 'Principal of Alder Creek',
    assignments: [{ role: 'principal', schools: ['alderCreek'] }],
  }),
  lucia: member('lucia.santos', {
    name: 'Lucia Santos',
    about: 'Head of student support at Alder Creek',
    assignments: [{ role: 'student_support_head', schools: ['alderCreek'] }],
  }),
  yolanda: member('yolanda.price', {
    name: 'Yolanda Price',
    about: 'Heads student support for the district',
    assignments: [{ role: 'district_head', schools: 'all' }],
  }),
  thomas: member('thomas.ackerman', {
    name: 'Thomas Ackerman',
    about: 'Chairs governance',
    assignments: [{ role: 'governance', schools: 'all' }],
  }),
  leila: member('leila.haddad', {
    name: 'Leila Haddad',
    about: 'Privacy officer',
    assignments: [{ role: 'privacy_officer', schools: 'all' }],
  }),
  ben: member('ben.osei', {
    name: 'Ben Osei',
    about: 'Keeps the roster',
    assignments: [{ role: 'roster_manager', schools: 'all' }],
  }),
  noor: member('noor.aziz', {
    name: 'Noor Aziz',
    phone: '555-0162',
    about: 'Answers referrals at Cedar Street',
    partner: 'cedarStreet',
    assignments: [{ role: 'partner_intake' }],
  }),
  tomas: member('tomas.lindqvist', {
    name: 'Tomas Lindqvist',
    about: 'Clinician (LCSW) at Cedar Street',
    partner: 'cedarStreet',
    assignments: [{ role: 'clinician' }],
  }),
  farah: member('farah.kim', {
    name: 'Farah Kim',
    phone: '555-0171',
    about: 'Answers referrals at Northbank',
    partner: 'northbank',
    assignments: [{ role: 'partner_intake' }],
  }),
  elliot: member('elliot.frank', {
    name: 'Elliot Frank',
    phone: '555-0188',
    about: 'Answers referrals at Open Door',
    partner: 'openDoor',
    assignments: [{ role: 'partner_intake' }],
  }),
  ...familyCast,
} as const satisfies Record<string, Member>
export type CastKey = keyof typeof cast

export const assignmentId = (key: CastKey, position = 0) => idOf(`assignment/${cast[key].id}/${position}`)

/** A member of the cast, acting in one of their assignments. */
export function actorOf(key: CastKey, position = 0): Actor {
  const someone: Member = cast[key]
  const held = someone.assignments[position]
  if (held === undefined) throw new Error(`${someone.name} has no assignment ${position}`)
  const covered = held.schools === 'all' ? null : (held.schools ?? []).map((school) => schools[school].id)
  return {
    personId: someone.id,
    assignmentId: assignmentId(key, position),
    districtId: riversideId,
    name: someone.name,
    role: held.role,
    schoolIds: sideOf(held.role) === 'school' ? covered : [],
    partnerId: someone.partner === undefined ? null : partners[someone.partner].id,
    studentId: someone.student === undefined ? null : families[someone.student].id,
  }
}
