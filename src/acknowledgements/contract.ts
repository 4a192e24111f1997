export { countOwing } from './owed-store.ts'
export { termsKeepers } from './policy.ts'
export { shipTerms } from './ship-terms.ts'
export { endingSoon } from './terms.ts'
