import { type Actor, coversSchool } from '#access/actor.ts'
import { type Role, schoolStaff } from '#access/roles.ts'

/** Who records that people were trained, and sessions of students, at their schools. */
export const trainingRecorders = [
  'designated_lead',
  'crisis_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

/** Who reads how far training has come. */
export const trainingReaders = [
  ...trainingRecorders,
  'principal',
  'governance',
] as const satisfies readonly Role[]

/** Who says which training the district requires: it holds everywhere. */
export const trainingKeepers = ['district_head'] as const satisfies readonly Role[]

/** Everybody who works at a school reads what they are trained for. */
export const trained = schoolStaff

/** Readers of no record: they read no count of students under ten. */
export const readsNoRecord = (role: Role): boolean => role === 'district_head' || role === 'governance'

export const mayPublish = ({ schoolIds }: Pick<Actor, 'schoolIds'>): boolean => schoolIds === null
export const mayRecordAt = (actor: Actor, schoolId: string): boolean => coversSchool(actor, schoolId)
