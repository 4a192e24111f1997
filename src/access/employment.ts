import { catalog } from '#platform/words.ts'
import { careTeam, type Role, sideOf, triageStaff } from './roles.ts'

/** Who employs somebody where they work: it decides whose record they make there [R134]. */
export const employers = ['school', 'partner', 'contractor'] as const
export type Employer = (typeof employers)[number]

/** Who employs somebody of whom nothing else is said: at an agency the agency, at a school the district. */
export function employerIn(role: Role, said: Employer | null = null): Employer | undefined {
  const side = sideOf(role)
  if (side !== 'school' && side !== 'partner') return undefined
  return said ?? (side === 'partner' ? 'partner' : 'school')
}

/** What whoever is lent to a school does there: they help students, and decide nothing for the district. */
const lent: readonly Role[] = [...triageStaff, 'navigator', 'care_coordinator']
/** What somebody does under a contract: the same, and what the district itself directs. */
const hired: readonly Role[] = [...careTeam, 'teacher', 'roster_manager']

export type Employment = {
  readonly role: Role
  readonly employer: Employer
  readonly employedBy: string | null
  readonly until: string | null
}

const obstacles = {
  agency_employs_its_own: ({ role, employer }) => sideOf(role) === 'partner' && employer === 'school',
  not_for_an_agency: ({ role, employer }) =>
    sideOf(role) === 'school' && employer === 'partner' && !lent.includes(role),
  not_for_a_contractor: ({ role, employer }) =>
    sideOf(role) === 'school' && employer === 'contractor' && !hired.includes(role),
  agency_not_named: ({ role, employer, employedBy }) =>
    sideOf(role) === 'school' && employer === 'partner' && employedBy === null,
  contract_without_end: ({ role, employer, until }) =>
    sideOf(role) === 'school' && employer === 'contractor' && until === null,
} satisfies Record<string, (employment: Employment) => boolean>
export type ObstacleToEmploying = keyof typeof obstacles

/**
 * Why somebody cannot work here so. Whoever is not the district's own reads the school's records under its
 * direction and for its purpose alone (34 CFR 99.31(a)(1)(i)(B)): so never in a role that directs, keeps the
 * roles of others or answers for privacy, and with an end that comes by itself [R134].
 */
export const obstaclesToEmploying = (employment: Employment): ObstacleToEmploying[] =>
  (Object.keys(obstacles) as ObstacleToEmploying[]).filter((name) => obstacles[name](employment))

export const employingWords = catalog({
  en: {
    agency_employs_its_own: 'Whoever acts for an agency is employed by it or under its contract.',
    not_for_an_agency:
      'Somebody an agency employs helps students at a school, and holds no other role there.',
    not_for_a_contractor: 'Somebody under a contract holds no role that directs the district or its records.',
    agency_not_named: 'Say which agency employs them.',
    contract_without_end: 'A contract has a last day.',
  } satisfies Record<ObstacleToEmploying, string>,
})
export const employerWords = catalog({
  en: {
    school: 'School district',
    partner: 'Partner agency',
    contractor: 'Contractor',
    of: '{employer}: {agency}',
  },
})
