import { idOf } from './ids.ts'

/** Riverside: four schools, one of them being set up, and three agencies. All invented; nobody is real. */
export const riversideId = idOf('district')

/** When the scene was set, in the summer before the stories begin. */
export const summer = '2026-08-03T16:00:00Z'

export const schools = {
  alderCreek: {
    id: idOf('school/alder-creek'),
    sourceId: 'RIV-ALDER',
    name: 'Alder Creek Middle School',
    level: 'middle',
    neighborhood: 'Alder Creek',
    phone: '555-0100',
    code: 'alder-creek',
    liveOn: '2026-08-17',
  },
  larkspur: {
    id: idOf('school/larkspur'),
    sourceId: 'RIV-LARK',
    name: 'Larkspur Elementary School',
    level: 'elementary',
    neighborhood: 'Larkspur Hill',
    phone: '555-0101',
    code: 'larkspur',
    liveOn: '2026-08-17',
  },
  harlow: {
    id: idOf('school/harlow'),
    sourceId: 'RIV-HARLOW',
    name: 'Harlow High School',
    level: 'high',
    neighborhood: 'Harlow',
    phone: '555-0102',
    code: 'harlow-high',
    liveOn: '2026-08-17',
  },
  juniper: {
    id: idOf('school/juniper'),
    sourceId: 'RIV-JUNIPER',
    name: 'Juniper Hill Elementary School',
    level: 'elementary',
    neighborhood: 'Juniper Hill',
    phone: '555-0103',
    code: 'juniper-hill',
    liveOn: null,
  },
} as const
export type SchoolKey = keyof typeof schools

export const terms = [
  { id: idOf('term/2025-26'), name: 'School year 2025-26', startsOn: '2025-08-18', endsOn: '2026-06-12' },
  { id: idOf('term/2026-27'), name: 'School year 2026-27', startsOn: '2026-08-17', endsOn: '2027-06-11' },
]

/** Days without school, in the calendar of the invented district. */
export const closures = [
  { on: '2026-09-07', label: 'Labor Day' },
  { on: '2026-10-12', label: 'Fall holiday' },
  { on: '2026-11-11', label: 'Veterans Day' },
  ...['26', '27'].map((day) => ({ on: `2026-11-${day}`, label: 'Thanksgiving' })),
  ...['21', '22', '23', '24', '25', '28', '29', '30', '31'].map((day) => ({
    on: `2026-12-${day}`,
    label: 'Winter break',
  })),
  { on: '2027-01-01', label: 'Winter break' },
  { on: '2027-01-18', label: 'Martin Luther King Day' },
]

const office = { languages: ['en', 'es'], payers: ['medicaid', 'private', 'uninsured'] }

export const partners = {
  cedarStreet: {
    id: idOf('partner/cedar-street'),
    name: 'Cedar Street Family Clinic',
    shortName: 'Cedar Street',
    about: 'Counseling for children and families, with evening times.',
    address: '214 Cedar Street, second floor',
    phone: '555-0162',
    hours: 'Monday to Friday, 9:00 to 19:00',
    contactName: 'Noor Aziz',
    crisisPhone: '555-0163',
    populations: 'Children from 5 to 18 and their families, in English and Spanish',
    acceptance: 'accepting',
    openPlaces: 4,
    ...office,
    modalities: ['in_person', 'telehealth'],
    afterSchool: true,
    weekends: false,
    services: [
      ['Assessment and first visits', 'assessment'],
      ['Individual counseling', 'individual'],
      ['Family sessions', 'family'],
    ],
    route: { kind: 'portal_queue', address: 'Cedar Street’s portal queue' },
  },
  northbank: {
    id: idOf('partner/northbank'),
    name: 'Northbank Youth Counseling',
    shortName: 'Northbank',
    about: 'Counseling for young people from 10 to 18.',
    address: '80 Northbank Road',
    phone: '555-0171',
    hours: 'Monday to Saturday, 10:00 to 18:00',
    contactName: 'Farah Kim',
    crisisPhone: '555-0172',
    populations: 'Young people from 10 to 18, also those in foster care',
    acceptance: 'accepting',
    openPlaces: 1,
    ...office,
    modalities: ['in_person', 'on_campus'],
    afterSchool: true,
    weekends: true,
    services: [
      ['Assessment', 'assessment'],
      ['Individual counseling', 'individual'],
      ['Skills group', 'group'],
    ],
    route: { kind: 'portal_queue', address: 'Northbank’s portal queue' },
  },
  openDoor: {
    id: idOf('partner/open-door'),
    name: 'Open Door Behavioral Health',
    shortName: 'Open Door',
    about: 'Care for children, teenagers and parents.',
    address: '9 Mill Lane',
    phone: '555-0188',
    hours: 'Monday to Friday, 8:00 to 17:00',
    contactName: 'Elliot Frank',
    populations: 'Children, teenagers and parents, also without insurance',
    acceptance: 'full',
    openPlaces: 0,
    acceptanceNote: 'No places until November 30',
    ...office,
    modalities: ['in_person', 'telehealth', 'home'],
    afterSchool: false,
    weekends: false,
    services: [
      ['Assessment', 'assessment'],
      ['Psychiatry', 'psychiatry'],
    ],
    route: { kind: 'portal_queue', address: 'Open Door’s portal queue' },
  },
} as const
export type PartnerKey = keyof typeof partners
