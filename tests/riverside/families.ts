import { idOf } from './ids.ts'
import type { SchoolKey } from './places.ts'

type Family = {
  given: string
  family: string
  born: string
  grade: string
  school: SchoolKey
  language: string
  disability?: 'yes' | 'no'
  neighborhood: string
  caregivers: readonly {
    name: string
    relationship: string
    phone: string
    language: string
    interpreter?: boolean
    rule?: string
    hours?: string
    authority?: string
  }[]
}

const family = (given: Family) => ({
  ...given,
  id: idOf(`student/${given.given} ${given.family}`),
  localId: `R${(parseInt(idOf(given.given + given.family).slice(-5), 16) % 90_000) + 10_000}`,
  caregivers: given.caregivers.map((caregiver) => ({
    ...caregiver,
    id: idOf(`caregiver/${caregiver.name}`),
  })),
})
export type SeededFamily = ReturnType<typeof family>

/** The families of the stories, with the caregivers who answer for them. Invented, like everybody here. */
export const families = {
  sofia: family({
    given: 'Sofia',
    family: 'Delgado',
    born: '2013-11-20',
    grade: '7',
    school: 'alderCreek',
    language: 'es',
    disability: 'no',
    neighborhood: 'Alder Creek',
    caregivers: [
      {
        name: 'Carmen Delgado',
        relationship: 'mother',
        phone: '555-0137',
        language: 'es',
        interpreter: true,
        rule: 'no_voicemail',
        hours: 'after 15:00',
      },
    ],
  }),
  mateo: family({
    given: 'Mateo',
    family: 'Rivas',
    born: '2014-03-03',
    grade: '7',
    school: 'alderCreek',
    language: 'es',
    disability: 'no',
    neighborhood: 'Mill District',
    caregivers: [
      {
        name: 'Elena Rivas',
        relationship: 'mother',
        phone: '555-0119',
        language: 'es',
        interpreter: true,
        rule: 'text_first',
      },
    ],
  }),
  theo: family({
    given: 'Theo',
    family: 'Brandt',
    born: '2014-08-09',
    grade: '6',
    school: 'alderCreek',
    language: 'en',
    disability: 'yes',
    neighborhood: 'Alder Creek',
    caregivers: [
      {
        name: 'Dana Brandt',
        relationship: 'mother',
        phone: '555-0121',
        language: 'en',
        rule: 'text_first',
        hours: 'after 15:00',
      },
    ],
  }),
  kayla: family({
    given: 'Kayla',
    family: 'Simmons',
    born: '2013-01-15',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    disability: 'no',
    neighborhood: 'Mill District',
    caregivers: [{ name: 'Denise Simmons', relationship: 'grandparent', phone: '555-0122', language: 'en' }],
  }),
  eli: family({
    given: 'Eli',
    family: 'Warner',
    born: '2011-05-30',
    grade: '10',
    school: 'harlow',
    language: 'en',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'Paul Warner', relationship: 'father', phone: '555-0123', language: 'en' }],
  }),
  jordan: family({
    given: 'Jordan',
    family: 'Pell',
    born: '2012-02-11',
    grade: '9',
    school: 'harlow',
    language: 'en',
    disability: 'no',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'Amy Pell', relationship: 'mother', phone: '555-0124', language: 'en' }],
  }),
  amina: family({
    given: 'Amina',
    family: 'Yusuf',
    born: '2016-12-01',
    grade: '4',
    school: 'larkspur',
    language: 'ar',
    disability: 'no',
    neighborhood: 'Larkspur Hill',
    caregivers: [
      {
        name: 'Omar Yusuf',
        relationship: 'father',
        phone: '555-0125',
        language: 'ar',
        interpreter: true,
        hours: 'after 14:00',
      },
    ],
  }),
  nadia: family({
    given: 'Nadia',
    family: 'Haddad',
    born: '2015-07-19',
    grade: '5',
    school: 'larkspur',
    language: 'en',
    neighborhood: 'Larkspur Hill',
    caregivers: [{ name: 'Rana Haddad', relationship: 'mother', phone: '555-0126', language: 'en' }],
  }),
  ruben: family({
    given: 'Rubén',
    family: 'Castillo',
    born: '2014-09-27',
    grade: '6',
    school: 'alderCreek',
    language: 'es',
    neighborhood: 'Mill District',
    caregivers: [
      { name: 'Luis Castillo', relationship: 'father', phone: '555-0127', language: 'es', interpreter: true },
    ],
  }),
  lena: family({
    given: 'Lena',
    family: 'Novak',
    born: '2013-04-04',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    disability: 'no',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Eva Novak', relationship: 'mother', phone: '555-0128', language: 'en' }],
  }),
  jonas: family({
    given: 'Jonas',
    family: 'Field',
    born: '2015-10-10',
    grade: '5',
    school: 'larkspur',
    language: 'en',
    disability: 'yes',
    neighborhood: 'Larkspur Hill',
    caregivers: [{ name: 'Ruth Field', relationship: 'guardian', phone: '555-0129', language: 'en' }],
  }),
  priyaR: family({
    given: 'Priya',
    family: 'Raman',
    born: '2015-02-02',
    grade: '5',
    school: 'larkspur',
    language: 'en',
    neighborhood: 'Larkspur Hill',
    caregivers: [{ name: 'Meera Raman', relationship: 'mother', phone: '555-0130', language: 'en' }],
  }),
  owen: family({
    given: 'Owen',
    family: 'Marsh',
    born: '2013-06-16',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Colin Marsh', relationship: 'father', phone: '555-0131', language: 'en' }],
  }),
  ada: family({
    given: 'Ada',
    family: 'Lind',
    born: '2014-01-21',
    grade: '7',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Sara Lind', relationship: 'mother', phone: '555-0132', language: 'en' }],
  }),
  hana: family({
    given: 'Hana',
    family: 'Kovač',
    born: '2013-08-08',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Mill District',
    caregivers: [{ name: 'Ivana Kovač', relationship: 'mother', phone: '555-0133', language: 'en' }],
  }),
  marcusB: family({
    given: 'Marcus',
    family: 'Bell',
    born: '2010-03-14',
    grade: '11',
    school: 'harlow',
    language: 'en',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'Renee Bell', relationship: 'mother', phone: '555-0177', language: 'en' }],
  }),
  wren: family({
    given: 'Wren',
    family: 'Castell',
    born: '2010-09-09',
    grade: '11',
    school: 'harlow',
    language: 'en',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'June Castell', relationship: 'mother', phone: '555-0196', language: 'en' }],
  }),
  tessa: family({
    given: 'Tessa',
    family: 'Quinn',
    born: '2014-05-05',
    grade: '6',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Rory Quinn', relationship: 'father', phone: '555-0134', language: 'en' }],
  }),
  diego: family({
    given: 'Diego',
    family: 'Núñez',
    born: '2013-12-12',
    grade: '7',
    school: 'alderCreek',
    language: 'es',
    neighborhood: 'Mill District',
    caregivers: [
      { name: 'Rosa Núñez', relationship: 'mother', phone: '555-0135', language: 'es', interpreter: true },
    ],
  }),
  liam: family({
    given: 'Liam',
    family: 'Doyle',
    born: '2013-03-17',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    disability: 'no',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Fiona Doyle', relationship: 'mother', phone: '555-0136', language: 'en' }],
  }),
  zoe: family({
    given: 'Zoé',
    family: 'Laurent',
    born: '2013-10-31',
    grade: '7',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Mill District',
    caregivers: [{ name: 'Claire Laurent', relationship: 'mother', phone: '555-0138', language: 'en' }],
  }),
  emma: family({
    given: 'Emma',
    family: 'Schulz',
    born: '2012-09-09',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    disability: 'yes',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Jan Schulz', relationship: 'father', phone: '555-0139', language: 'en' }],
  }),
  ivy: family({
    given: 'Ivy',
    family: 'Tran',
    born: '2014-06-30',
    grade: '6',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Mill District',
    caregivers: [{ name: 'Linh Tran', relationship: 'mother', phone: '555-0140', language: 'en' }],
  }),
  caleb: family({
    given: 'Caleb',
    family: 'Moss',
    born: '2013-02-25',
    grade: '8',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Alder Creek',
    caregivers: [{ name: 'Tanya Moss', relationship: 'guardian', phone: '555-0141', language: 'en' }],
  }),
  sade: family({
    given: 'Sade',
    family: 'Bello',
    born: '2014-04-18',
    grade: '7',
    school: 'alderCreek',
    language: 'en',
    neighborhood: 'Mill District',
    caregivers: [{ name: 'Tunde Bello', relationship: 'father', phone: '555-0144', language: 'en' }],
  }),
} as const satisfies Record<string, SeededFamily>
export type FamilyKey = keyof typeof families
