import { familiesAt } from './family.ts'

const family = familiesAt('larkspur')

/** The families of the stories whose children go to Larkspur. */
export const ofLarkspur = {
  amina: family({
    given: 'Amina',
    family: 'Yusuf',
    born: '2016-12-01',
    grade: '4',
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
    language: 'en',
    neighborhood: 'Larkspur Hill',
    caregivers: [{ name: 'Rana Haddad', relationship: 'mother', phone: '555-0126', language: 'en' }],
  }),
  jonas: family({
    given: 'Jonas',
    family: 'Field',
    born: '2015-10-10',
    grade: '5',
    language: 'en',
    disability: 'yes',
    neighborhood: 'Larkspur Hill',
    caregivers: [{ name: 'Ruth Field', relationship: 'guardian', phone: '555-0129', language: 'en' }],
  }),
  /** A name as long as names are: no page may be wider for it than a small phone. */
  guadalupe: family({
    given: 'María Guadalupe',
    family: 'Hernández Villanueva',
    born: '2015-02-02',
    grade: '5',
    language: 'en',
    neighborhood: 'Larkspur Hill',
    caregivers: [
      { name: 'Rosalba Hernández Villanueva', relationship: 'mother', phone: '555-0130', language: 'en' },
    ],
  }),
}
