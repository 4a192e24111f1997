export { countOwing } from './owed-store.ts'
export { shipTerms } from './ship-terms.ts'
export { endingSoon, listedDays } from './terms.ts'
