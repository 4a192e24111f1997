import { careTeam, type Role } from '#access/roles.ts'
import type { AlertAbout, AlertDirection, SupportAlert } from './alert.ts'

export type ObstacleToAlerting = 'not_shared' | 'not_agreed' | 'waits_already'

type Known = {
  /** The family's yes to this way holds, and whoever said it may still say it. */
  readonly shared: boolean
  /** The agreement with the agency lets it cross. */
  readonly agreed: boolean
  readonly alerts: readonly Pick<SupportAlert, 'about' | 'direction' | 'acknowledgedAt'>[]
}

/** Why an alert cannot be sent: every reason at once [R009]. */
export const obstaclesToAlerting = (
  { about, direction }: { about: AlertAbout; direction: AlertDirection },
  { shared, agreed, alerts }: Known,
): ObstacleToAlerting[] => [
  ...(shared ? [] : (['not_shared'] as const)),
  ...(agreed ? [] : (['not_agreed'] as const)),
  ...(alerts.some(
    (each) => each.direction === direction && each.about === about && each.acknowledgedAt === null,
  )
    ? (['waits_already'] as const)
    : []),
]

const first: readonly Role[] = ['designated_lead']
const second: readonly Role[] = ['student_support_head', 'crisis_lead']

/** Whom a school tells, rung by rung: its lead, who stands beside them, then all who care for students. */
export const schoolRungs: readonly (readonly Role[])[] = [
  first,
  second,
  careTeam.filter((role) => !first.includes(role) && !second.includes(role)),
]

/**
 * Whom to tell next: the first rung from where it stands on which somebody is who was not told yet.
 * @param rungs the people who can answer, in the order they are told
 * @returns undefined when everybody was told already
 */
export function nextToTell<P extends { readonly id: string }>(
  rungs: readonly (readonly P[])[],
  { rung, told }: { rung: number; told: ReadonlySet<string> },
): { rung: number; people: P[] } | undefined {
  for (const [at, people] of rungs.entries()) {
    const untold = people.filter(({ id }) => !told.has(id))
    if (at >= rung && untold.length > 0) return { rung: at + 1, people: untold }
  }
  return undefined
}
