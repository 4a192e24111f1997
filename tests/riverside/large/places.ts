import type { Cell, Table } from './copy.ts'
import { neighborhoods } from './names.ts'
import { idAt, randomFrom } from './random.ts'
import type { Size } from './sizes.ts'

/** What every table of one generated district is made from. `now` is the moment the stories lead up to. */
export type Plan = { size: Size; district: string; place: number; now: Date }

const day = 86_400_000
export const before = (now: Date, days: number) => new Date(now.getTime() - days * day)
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)

const levels = ['elementary', 'elementary', 'elementary', 'middle', 'high'] as const
export const levelOf = (school: number) => levels[school % levels.length] as (typeof levels)[number]
export const partnerName = (place: number) =>
  `${neighborhoods[place % neighborhoods.length]} ${['Family Clinic', 'Youth Counseling', 'Behavioral Health', 'Wellness Center'][place % 4]} ${Math.floor(place / 10) + 1}`

const numbers = (count: number) => Array.from({ length: count }, (_, place) => place)

export function placeTables({ size, district, now, place }: Plan): Table[] {
  const long = before(now, 1000)
  const schools = numbers(size.schools)
  const partners = numbers(size.partners)
  const rows = (of: number[], each: (at: number) => readonly Cell[]) => of.map(each)
  return [
    {
      name: 'district',
      columns: ['district_id', 'name', 'state', 'time_zone', 'demo', 'created_at', 'filled_at'],
      rows: [[district, size.name, size.state, size.timeZone, false, long, long]],
    },
    {
      name: 'school',
      columns: [
        'district_id',
        'id',
        'source_id',
        'name',
        'level',
        'neighborhood',
        'phone',
        'public_code',
        'live_on',
      ],
      rows: rows(schools, (at) => [
        district,
        idAt('school', at),
        `SCH${at}`,
        `${neighborhoods[at % neighborhoods.length]} ${levelOf(at) === 'high' ? 'High' : levelOf(at) === 'middle' ? 'Middle' : 'Elementary'} School ${at + 1}`,
        levelOf(at),
        neighborhoods[at % neighborhoods.length] as string,
        '555-0100',
        `school-${place}-${at + 1}`,
        dayOf(long),
      ]),
    },
    {
      name: 'school_term',
      columns: ['district_id', 'id', 'name', 'starts_on', 'ends_on'],
      rows: rows(numbers(4), (at) => [
        district,
        idAt('term', at),
        `Year ${at + 1}`,
        dayOf(before(now, 1100 - at * 365)),
        dayOf(before(now, 800 - at * 365)),
      ]),
    },
    {
      name: 'working_hours',
      columns: ['district_id', 'weekday', 'id', 'opens', 'closes'],
      rows: rows([1, 2, 3, 4, 5], (at) => [district, at, idAt('hours', at), '07:30', '17:00']),
    },
    {
      name: 'partner',
      columns: [
        'district_id',
        'id',
        'name',
        'short_name',
        'about',
        'address',
        'phone',
        'hours',
        'contact_name',
        'acceptance',
        'open_places',
        'capacity_updated_at',
        'languages',
        'modalities',
        'payers',
        'after_school',
        'weekends',
        'onboarded_at',
      ],
      rows: rows(partners, (at) => [
        district,
        idAt('partner', at),
        partnerName(at),
        partnerName(at),
        'Counseling for children and families.',
        `${at + 1} Main Street`,
        '555-0160',
        'Monday to Friday, 9:00 to 18:00',
        'Intake desk',
        at % 7 === 6 ? 'full' : 'accepting',
        at % 7 === 6 ? 0 : 5 + (at % 20),
        now,
        ['en', 'es'],
        ['in_person', 'telehealth'],
        ['medicaid', 'private'],
        true,
        at % 3 === 0,
        long,
      ]),
    },
    {
      name: 'partner_service',
      columns: ['district_id', 'id', 'partner_id', 'name', 'kind', 'tiers', 'ages'],
      rows: rows(partners, (at) => [
        district,
        idAt('service', at),
        idAt('partner', at),
        'Assessment and counseling',
        'assessment',
        [2, 3],
        '5 to 18',
      ]),
    },
    {
      name: 'intake_route',
      columns: ['district_id', 'id', 'partner_id', 'kind', 'address', 'opened_at'],
      rows: rows(partners, (at) => [
        district,
        idAt('route', at),
        idAt('partner', at),
        'portal_queue',
        'Portal queue',
        long,
      ]),
    },
    {
      name: 'agreement',
      columns: [
        'district_id',
        'id',
        'partner_id',
        'title',
        'starts_on',
        'ends_on',
        'school_to_partner',
        'partner_to_school',
        'created_at',
      ],
      rows: rows(partners, (at) => [
        district,
        idAt('agreement', at),
        idAt('partner', at),
        'Data sharing agreement',
        dayOf(long),
        dayOf(before(now, -365)),
        [
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
        ['status', 'appointment', 'participation', 'safety_signal'],
        long,
      ]),
    },
    {
      name: 'legal_sign_off',
      columns: [
        'district_id',
        'id',
        'agreement_id',
        'partner_id',
        'scope',
        'signed_by',
        'signed_on',
        'ends_on',
      ],
      rows: rows(partners, (at) => [
        district,
        idAt('signoff', at),
        idAt('agreement', at),
        idAt('partner', at),
        'Referrals and status feedback',
        'Legal office',
        dayOf(long),
        dayOf(before(now, -365)),
      ]),
    },
  ]
}

/**
 * Places of the people of a generated district: navigators first, then a counselor a school, then intake,
 * then leads.
 */
export const staffPlaces = (size: Size) => ({
  navigator: (at: number) => at,
  counselor: (school: number) => size.navigators + school,
  intake: (partner: number) => size.navigators + size.schools + partner,
  lead: (at: number) => size.navigators + size.schools + size.partners + at,
  count: size.navigators + size.schools + size.partners + 4,
})

export const navigatorOf = (size: Size, school: number) => school % size.navigators

export function staffTables({ size, district, now, place }: Plan): Table[] {
  const at = staffPlaces(size)
  const random = randomFrom(77)
  const long = before(now, 1000)
  const leads = ['designated_lead', 'crisis_lead', 'district_head', 'privacy_officer'] as const
  const people = [
    ...numbers(size.navigators).map((one) => ({
      at: at.navigator(one),
      role: 'navigator',
      partner: null,
      schools: numbers(size.schools).filter((school) => navigatorOf(size, school) === one),
    })),
    ...numbers(size.schools).map((school) => ({
      at: at.counselor(school),
      role: 'counselor',
      partner: null,
      schools: [school],
    })),
    ...numbers(size.partners).map((partner) => ({
      at: at.intake(partner),
      role: 'partner_intake',
      partner,
      schools: [],
    })),
    ...leads.map((role, one) => ({ at: at.lead(one), role, partner: null, schools: 'all' as const })),
  ]
  const named = () =>
    `${['Alex', 'Sam', 'Robin', 'Jo', 'Kim', 'Lee'][random.below(6)]} ${String.fromCharCode(65 + random.below(26))}.`
  return [
    {
      name: 'person',
      columns: ['district_id', 'id', 'name', 'email', 'language', 'partner_id', 'created_at'],
      rows: people.map((one) => [
        district,
        idAt('person', one.at),
        `${named()} ${one.at + 1}`,
        `person-${place}-${one.at}@example.org`,
        'en',
        one.partner === null ? null : idAt('partner', one.partner),
        long,
      ]),
    },
    {
      name: 'assignment',
      columns: ['district_id', 'id', 'person_id', 'role', 'partner_id', 'whole_district', 'starts_on'],
      rows: people.map((one) => [
        district,
        idAt('assignment', one.at),
        idAt('person', one.at),
        one.role,
        one.partner === null ? null : idAt('partner', one.partner),
        one.schools === 'all',
        dayOf(long),
      ]),
    },
    {
      name: 'assignment_school',
      columns: ['district_id', 'assignment_id', 'school_id', 'person_id'],
      rows: people.flatMap((one) =>
        one.schools === 'all'
          ? []
          : one.schools.map((school) => [
              district,
              idAt('assignment', one.at),
              idAt('school', school),
              idAt('person', one.at),
            ]),
      ),
    },
  ]
}
