import {
  type Employer,
  employerIn,
  employers,
  employingWords,
  obstaclesToEmploying,
} from '#access/employment.ts'
import type { Role } from '#access/roles.ts'
import { type Call, Complaint } from './command.ts'

/**
 * Who employs somebody, where something else is typed than the role says, and the agency by its name.
 * @throws Complaint with each reason it cannot be so
 */
export function employedIn(
  options: Call['options'],
  { role, until }: { role: Role; until: string | undefined },
) {
  const typed = options['employer']
  const employer = employers.find((each) => each === typed)
  if (typed !== undefined && employer === undefined)
    throw new Complaint(`--employer is one of ${employers.join(', ')}`)
  const agency = options['employed-by'] as string | undefined
  const because = obstaclesToEmploying({
    role,
    employer: employer ?? (employerIn(role) as Employer),
    employedBy: agency ?? null,
    until: until ?? null,
  })
  if (because.length > 0) throw new Complaint(because.map((code) => employingWords()(code)).join(' '))
  return { employer, agency }
}
