export { itemsOf, methods, releaseScopes, scopes, type Consent, type Item, type Scope } from './consent.ts'
export {
  backScopes,
  type BackScope,
  itemsAllowed,
  itemsBack,
  itemsThere,
  questionsFor,
} from './agreed-items.ts'
export { isMinorConsented, standingOf, type Standing } from './rules.ts'
export { itemWords, schoolRoleWords } from './family-words.ts'
export { consentsForReferral, consentsOf, findAsking, listGrantors } from './store.ts'
export { mayTellOfCrisis } from './crisis-gate.ts'
export { isKeptApart } from './kept-apart-store.ts'
export {
  consentsToCoordinate,
  crossingNow,
  type Crossing,
  feedbackEndedAt,
  mayTellCoordinated,
  mayTellSchool,
  readableItems,
} from './gate.ts'
export { shipMinorRules } from './ship-minor-rules.ts'
export { threatOfTold } from './disclosures-store.ts'
export { addDisclosure, addExceptionToLedger } from './disclosures.ts'
export { noteListTaken, noteMet, noteTaken, noteView } from './readings.ts'
export { stopSharingWith } from './stop-sharing.ts'
export { GivenAnswers } from './answers-given.ts'
export { recordAnswers } from './record-answers.ts'
export { findGrantor } from './store.ts'
export { consentAnswered, consentRevoked, type ConsentAnswered, type ConsentRevoked } from './happenings.ts'
export { calendarDayWords, dayOfMoment, momentWords, type Reading } from './moment.ts'
export { type FamilyReader, readersFor } from './family-readers.ts'
export { askWords } from './ask-words.ts'
export { passedOver } from './ask-family.ts'
export { consentWords, noticeWords, recordingWords, traceWords } from './words.ts'
export { shelfOf } from './consents-page.ts'
export { warnFrom } from './warn-ending.ts'
export { ConsentTable } from './screens/consent-table.tsx'
export { AskFirst } from './screens/family-contact.tsx'
export { SaidFirst } from './screens/said-first.tsx'
export { asked, languageOptions } from './screens/options.ts'
export {
  accountingReaders,
  exceptionReviewers,
  readsReports,
  settlersListed as consentSettlers,
} from './policy.ts'
export { countConflicts } from './worklist-store.ts'
