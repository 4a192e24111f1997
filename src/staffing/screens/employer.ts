import { employerIn, employerWords } from '#access/employment.ts'
import type { StaffMember } from '../staff-record.ts'

const say = employerWords()

/** Who employs somebody, in words, with the agency where one does. */
export function employerOf({
  role,
  employer: said,
  agency,
}: Pick<StaffMember, 'role' | 'employer' | 'agency'>): string {
  const known = employerIn(role, said)
  if (known === undefined) return ''
  return agency === null ? say(known) : say('of', { employer: say(known), agency })
}
