import { familiesAt } from './family.ts'

const family = familiesAt('harlow')

/** The families of the stories whose children go to Harlow. */
export const ofHarlow = {
  eli: family({
    given: 'Eli',
    family: 'Warner',
    born: '2011-05-30',
    grade: '10',
    language: 'en',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'Paul Warner', relationship: 'father', phone: '555-0123', language: 'en' }],
  }),
  jordan: family({
    given: 'Jordan',
    family: 'Pell',
    born: '2012-02-11',
    grade: '9',
    language: 'en',
    disability: 'no',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'Amy Pell', relationship: 'mother', phone: '555-0124', language: 'en' }],
  }),
  marcusB: family({
    given: 'Marcus',
    family: 'Bell',
    born: '2010-03-14',
    grade: '11',
    language: 'en',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'Renee Bell', relationship: 'mother', phone: '555-0177', language: 'en' }],
  }),
  wren: family({
    given: 'Wren',
    family: 'Castell',
    born: '2010-09-09',
    grade: '11',
    language: 'en',
    neighborhood: 'Harlow',
    caregivers: [{ name: 'June Castell', relationship: 'mother', phone: '555-0196', language: 'en' }],
  }),
}
