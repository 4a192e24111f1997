export { countLacking, countOwnDue, type Lacking, lackingOf, trainedOf } from './asking.ts'
export { trained, trainingRecorders } from './policy.ts'
export { LackingNote } from './screens/lacking.tsx'
