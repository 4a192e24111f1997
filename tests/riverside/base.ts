import { nameWords, wordPairs } from '#platform/name-words.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Member, assignmentId, cast, type CastKey } from './cast.ts'
import { seedCrisisContacts } from './crisis-contacts.ts'
import { families, type SeededFamily } from './families.ts'
import { idOf } from './ids.ts'
import { closures, partners, riversideId, schools, terms } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'
import { seedStandards } from './standards.ts'

const district_id = riversideId
const summer = '2026-08-03T16:00:00Z'

async function seedPlaces(tx: Transaction, at: Date) {
  await insertRows(tx, 'district', [
    {
      district_id,
      name: 'Riverside Schools',
      state: 'CA',
      time_zone: 'America/Los_Angeles',
      demo: true,
      created_at: summer,
    },
  ])
  await insertRows(
    tx,
    'school',
    Object.values(schools).map((school) => ({
      district_id,
      id: school.id,
      source_id: school.sourceId,
      name: school.name,
      level: school.level,
      neighborhood: school.neighborhood,
      phone: school.phone,
      public_code: school.code,
      live_on: school.liveOn,
    })),
  )
  await insertRows(
    tx,
    'school_term',
    terms.map((term) => ({
      district_id,
      id: term.id,
      name: term.name,
      starts_on: term.startsOn,
      ends_on: term.endsOn,
    })),
  )
  await insertRows(
    tx,
    'school_closure',
    closures.map(({ on, label }) => ({ district_id, id: idOf(`closure/${on}`), on_day: on, label })),
  )
  await insertRows(
    tx,
    'working_hours',
    [1, 2, 3, 4, 5].map((weekday) => ({
      district_id,
      weekday,
      id: idOf(`hours/${weekday}`),
      opens: '07:30',
      closes: '17:00',
    })),
  )
  const ids = [
    ...terms.map(({ id }) => id),
    ...closures.map(({ on }) => idOf(`closure/${on}`)),
    ...[1, 2, 3, 4, 5].map((weekday) => idOf(`hours/${weekday}`)),
  ]
  await traceSetting(tx, { at, type: 'district', ids: [district_id, ...ids] })
  await traceSetting(tx, { at, type: 'school', ids: Object.values(schools).map(({ id }) => id) })
}

async function seedPartners(tx: Transaction, at: Date) {
  const all = Object.values(partners)
  await insertRows(
    tx,
    'partner',
    all.map((partner) => ({
      district_id,
      id: partner.id,
      name: partner.name,
      short_name: partner.shortName,
      about: partner.about,
      address: partner.address,
      phone: partner.phone,
      hours: partner.hours,
      crisis_phone: 'crisisPhone' in partner ? partner.crisisPhone : null,
      populations: partner.populations,
      contact_name: partner.contactName,
      acceptance: partner.acceptance,
      acceptance_note: 'acceptanceNote' in partner ? partner.acceptanceNote : null,
      open_places: partner.openPlaces,
      capacity_updated_at: summer,
      languages: partner.languages,
      modalities: partner.modalities,
      payers: partner.payers,
      after_school: partner.afterSchool,
      weekends: partner.weekends,
      onboarded_at: summer,
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'partner_service',
    all.flatMap((partner) =>
      partner.services.map(([name, kind]) => ({
        district_id,
        id: idOf(`service/${partner.id}/${name}`),
        partner_id: partner.id,
        name,
        kind,
        tiers: [2, 3],
        ages: '5 to 18',
      })),
    ),
  )
  await insertRows(
    tx,
    'intake_route',
    all.map((partner) => ({
      district_id,
      id: idOf(`route/${partner.id}`),
      partner_id: partner.id,
      ...partner.route,
      opened_at: summer,
    })),
  )
  await insertRows(
    tx,
    'agreement',
    all.map((partner) => ({
      district_id,
      id: idOf(`agreement/${partner.id}`),
      partner_id: partner.id,
      title: `Data sharing agreement with ${partner.shortName}`,
      starts_on: '2026-07-01',
      ends_on: '2027-06-30',
      created_at: summer,
      school_to_partner: [
        'identity',
        'caregiver_contact',
        'language',
        'reason',
        'urgency',
        'service_sought',
        'school_contact',
        'transport',
        'coverage',
      ],
      partner_to_school: ['status', 'appointment', 'participation', 'safety_signal'],
    })),
  )
  await insertRows(
    tx,
    'legal_sign_off',
    all.map((partner) => ({
      district_id,
      id: idOf(`sign-off/${partner.id}`),
      agreement_id: idOf(`agreement/${partner.id}`),
      partner_id: partner.id,
      scope: 'Referrals and status feedback',
      signed_by: 'Riverside legal office',
      signed_on: '2026-07-15',
      ends_on: '2027-06-30',
    })),
  )
  await traceSetting(tx, { at, type: 'partner', ids: all.map(({ id }) => id) })
}

const assignmentRows = (key: CastKey): { assignments: Row[]; schools: Row[] } => {
  const someone: Member = cast[key]
  const held = someone.assignments.map((assignment, position) => ({
    assignment,
    id: assignmentId(key, position),
  }))
  return {
    assignments: held.map(({ assignment, id }) => ({
      district_id,
      id,
      person_id: someone.id,
      role: assignment.role,
      whole_district: assignment.schools === 'all',
      partner_id: someone.partner === undefined ? null : partners[someone.partner].id,
      starts_on: '2026-08-03',
      ends_on: '2027-06-30',
    })),
    schools: held.flatMap(({ assignment, id }) =>
      (assignment.schools === 'all' ? [] : (assignment.schools ?? [])).map((school) => ({
        district_id,
        assignment_id: id,
        school_id: schools[school].id,
        person_id: someone.id,
      })),
    ),
  }
}

async function seedCast(tx: Transaction, at: Date) {
  const people: Member[] = Object.values(cast)
  const added = (place: number) => new Date(Date.parse(summer) + place * 60_000).toISOString()
  await insertRows(
    tx,
    'person',
    people.map((someone, place) => ({
      district_id,
      id: someone.id,
      name: someone.name,
      email: someone.email,
      phone: someone.phone ?? null,
      language: 'en',
      partner_id: someone.partner === undefined ? null : partners[someone.partner].id,
      created_at: added(place),
    })),
  )
  const rows = (Object.keys(cast) as CastKey[]).map(assignmentRows)
  await insertRows(
    tx,
    'assignment',
    rows.flatMap(({ assignments }) => assignments),
  )
  await insertRows(
    tx,
    'assignment_school',
    rows.flatMap((row) => row.schools),
  )
  await traceSetting(tx, { at, type: 'person', ids: people.map(({ id }) => id) })
}

async function seedFamilies(tx: Transaction, at: Date) {
  const all: SeededFamily[] = Object.values(families)
  await insertRows(
    tx,
    'student',
    all.map((one) => ({
      district_id,
      id: one.id,
      source_id: `S-${one.localId}`,
      local_id: one.localId,
      given_name: one.given,
      family_name: one.family,
      born_on: one.born,
      grade: one.grade,
      school_id: schools[one.school].id,
      home_language: one.language,
      disability: one.disability ?? 'unknown',
      neighborhood: one.neighborhood,
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'student_name',
    all.flatMap((one) =>
      nameWords(one.given, one.family).map((word) => ({
        district_id,
        word,
        student_id: one.id,
        school_id: schools[one.school].id,
      })),
    ),
  )
  await insertRows(
    tx,
    'enrolment',
    all.map((one) => ({
      district_id,
      id: idOf(`enrolment/${one.id}`),
      student_id: one.id,
      school_id: schools[one.school].id,
      source_id: `E-${one.localId}`,
      is_primary: true,
      starts_on: '2026-08-17',
      ended_by_roster: false,
    })),
  )
  const caregivers = all.flatMap((one) => one.caregivers.map((caregiver) => ({ one, caregiver })))
  await insertRows(
    tx,
    'caregiver',
    caregivers.map(({ caregiver }) => ({
      district_id,
      id: caregiver.id,
      name: caregiver.name,
      phone: caregiver.phone,
      language: caregiver.language,
      version: 1,
      interpreter: caregiver.interpreter ?? false,
      contact_rule: caregiver.rule ?? 'any',
      contact_hours: caregiver.hours ?? null,
    })),
  )
  await insertRows(
    tx,
    'guardianship',
    caregivers.map(({ one, caregiver }) => ({
      district_id,
      student_id: one.id,
      caregiver_id: caregiver.id,
      relationship: caregiver.relationship,
      authority: caregiver.authority ?? 'may_consent',
      authority_checked_on: '2026-08-20',
      position: 1,
    })),
  )
  await traceSetting(tx, { at, type: 'student', ids: all.map(({ id }) => id) })
  await traceSetting(tx, { at, type: 'caregiver', ids: caregivers.map(({ caregiver }) => caregiver.id) })
}

/** What a migration makes of the rows of an earlier version. */
async function seedYounger(tx: Transaction) {
  const all: SeededFamily[] = Object.values(families)
  await insertRows(
    tx,
    'student_name_pair',
    all.flatMap((one) =>
      wordPairs(nameWords(one.given, one.family)).map(([word, later_word]) => ({
        district_id,
        word,
        later_word,
        student_id: one.id,
      })),
    ),
  )
}

/** The scene as far as an earlier version has tables for it. */
export async function seedEarlier(tx: Transaction): Promise<void> {
  const at = new Date(summer)
  await seedPlaces(tx, at)
  await seedPartners(tx, at)
  await seedCast(tx, at)
  await seedFamilies(tx, at)
  await seedStandards(tx)
  await seedCrisisContacts(tx)
  await insertRows(tx, 'referral_counter', [{ district_id, last_number: 1000 }])
}

/**
 * Sets the scene: the district, its schools and calendar, its agencies, the cast and the families. No story
 * yet.
 */
export async function seedBase(tx: Transaction): Promise<void> {
  await seedEarlier(tx)
  await seedYounger(tx)
}
