export {
  items,
  itemsOf,
  kindOf,
  methods,
  packetItems,
  releaseScopes,
  scopes,
  serviceScopes,
  type Answer,
  type Consent,
  type ConsentKind,
  type Item,
  type Method,
  type Scope,
} from './consent.ts'
export {
  covers,
  itemsAllowed,
  questionsFor,
  standingOf,
  type AgreedItems,
  type Asked,
  type Standing,
} from './rules.ts'
export { consentsForReferral, consentsOf, listGrantors } from './store.ts'
export { feedbackEndedAt, inForce, mayTellSchool, type Crossing, type InForce } from './gate.ts'
export { addDisclosure, disclosuresOf, type Disclosure } from './disclosures.ts'
export { GivenAnswers, recordAnswers, type AnswersToRecord } from './record-answers.ts'
export { consentAnswered, consentRevoked, type ConsentAnswered, type ConsentRevoked } from './happenings.ts'
export { consentReaders, consentStaff, mayRecordConsent } from './policy.ts'
export { calendarDayWords, dayOfMoment, momentWords, type Reading } from './moment.ts'
export { askWords } from './ask-words.ts'
export { consentWords, noticeWords, recordingWords, traceWords } from './words.ts'
export { shelfOf } from './consents-page.ts'
export { warnFrom } from './warn-ending.ts'
export { ConsentTable, type ShelfRow } from './screens/consent-table.tsx'
export { asked, languageOptions } from './screens/options.ts'
