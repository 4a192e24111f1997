export {
  caregiversNotTold,
  caregiversToContact,
  findStudent,
  guardianOf,
  getStudentCard,
  personNames,
  studentNames,
} from './store.ts'
export { canBeCalled } from './protection-store.ts'
export { awaitsReview } from './block-store.ts'
export { noticeFamily } from './notice-family.ts'
export { knowStudents, maySearchStudents } from './policy.ts'
export { ageOn, type Caregiver, calledOf, studentName, type Student } from './student.ts'
export { showPeople } from './show-person.ts'
export { searchStudents, type FoundStudent } from './search-store.ts'
export { isLanguageTag, languageName, offeredLanguages } from './languages.ts'
export { authorityWords, contactRuleWords, relationshipWords, traceWords } from './words.ts'
export { blockLifters, blockReaders, detailKeepers, openingReviewers } from './policy.ts'
export { noticeWords } from './opening-words.ts'
export { recordsOf } from './records-words.ts'
export { openingLimits } from './opening.ts'
export {
  canBeAnswered,
  type FamilyLink,
  linkEnds,
  linkLimits,
  linkPath,
  linkStanding,
  waits,
} from './family-link.ts'
export {
  closeLink,
  findLink,
  holdLink,
  linksOfReferral,
  ownLink,
  studentBornOn,
} from './family-link-store.ts'
export { caregiversAsPeople } from './family-sign-in-store.ts'
export { linkLanguages } from './link-languages.ts'
export { beginLink, linkBegun, type LinkBegun } from './begin-link.ts'
export { handOutLink, noteLinkMessage } from './hand-out-link.ts'
