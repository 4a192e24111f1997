export { shipTerms } from './ship-terms.ts'
export { endingSoon } from './terms.ts'
