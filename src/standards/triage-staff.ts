import { z } from 'zod'
import { careTeam, nameableForTriage, type Role, triageStaff } from '#access/roles.ts'

/**
 * Who decides in triage: school mental-health staff, whom no district takes off, and the others it names
 * [R018].
 */
export const TriageStaff = z.strictObject({
  roles: z.array(z.enum(careTeam)).superRefine((named, context) => {
    if (new Set(named).size < named.length) {
      context.addIssue({ code: 'custom', message: 'Each role stands here once' })
    }
    for (const role of triageStaff.filter((each) => !named.includes(each))) {
      context.addIssue({ code: 'custom', message: `The role ${role} stays on the list` })
    }
  }),
})
export type TriageStaff = z.infer<typeof TriageStaff>

/** What a new district starts with: nobody is named beside the four. */
export const shippedTriageStaff: TriageStaff = { roles: [...triageStaff] }

/** The roles of a district beside the four. */
export const othersNamed = ({ roles }: TriageStaff): Role[] =>
  nameableForTriage.filter((role) => roles.includes(role))

/** The list with these others on it, in the order roles always stand in. */
export const withOthers = (others: readonly Role[]): TriageStaff => ({
  roles: [...triageStaff, ...nameableForTriage.filter((role) => others.includes(role))],
})
