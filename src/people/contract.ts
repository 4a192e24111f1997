export {
  caregiversOf,
  findStudent,
  getStudentCard,
  guardianOf,
  holdStudent,
  personNames,
  schoolsInReach,
  studentNames,
  visibleStudents,
} from './store.ts'
export { nameWords } from './names.ts'
export {
  studentName,
  type Authority,
  type Caregiver,
  type ContactRule,
  type Relationship,
  type Student,
} from './student.ts'
export { searchStudents, type FoundStudent } from './search-store.ts'
export { languageName, offeredLanguages } from './languages.ts'
export { authorityWords, contactRuleWords, relationshipWords, traceWords } from './words.ts'
