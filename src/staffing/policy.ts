import type { Actor } from '#access/actor.ts'
import { type Role, schoolStaff } from '#access/roles.ts'
import type { StaffMember } from './staff-record.ts'

/** Who keeps the records of those who help students at their schools. */
export const staffKeepers = [
  'designated_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

export const keepsStaff = (role: Role): boolean => (staffKeepers as readonly Role[]).includes(role)

/** Who can come upon one record: whoever keeps it, supervises, or is supervised. */
export const staffReaders = schoolStaff

/** Whether somebody reads a record: whoever keeps those within reach, the supervisor, and whose it is. */
export const mayReadMember = (
  actor: Pick<Actor, 'role' | 'personId'>,
  { member, reached }: { member: Pick<StaffMember, 'id' | 'supervisorId'>; reached: boolean },
): boolean =>
  (keepsStaff(actor.role) && reached) ||
  (actor.personId !== null && [member.id, member.supervisorId].includes(actor.personId))

/** Who says that a supervision took place: the supervisor, or whoever keeps the record. */
export const maySupervise = (
  actor: Pick<Actor, 'role' | 'personId'>,
  { member, reached }: { member: Pick<StaffMember, 'supervisorId'>; reached: boolean },
): boolean =>
  (keepsStaff(actor.role) && reached) || (actor.personId !== null && member.supervisorId === actor.personId)
