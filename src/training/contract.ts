export { countLacking, countOwnDue, type Lacking, lackingOf, trainedOf, trainingsOf } from './asking.ts'
export { trained, trainingRecorders } from './policy.ts'
export { LackingNote } from './screens/lacking.tsx'
export { trainingWords } from './words.ts'
