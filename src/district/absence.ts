import type { Role } from '#access/roles.ts'
import { careTeam, schoolLeads } from '#access/roles.ts'

/** Days on which somebody is away, and who stands in. Why they are away is not kept. */
export type Absence = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly backupId: string
  readonly backupName: string
  readonly fromOn: string
  readonly throughOn: string
}

/** Whose work waits for nobody while they are away: whoever may own or lead something at a school. */
export const standInRoles = [...careTeam, 'principal', 'district_head'] as const satisfies readonly Role[]
/** Who says of somebody else that they are away: people fall ill, and then they say nothing. */
export const absenceKeepers = [
  'designated_lead',
  ...schoolLeads,
  'district_head',
] as const satisfies readonly Role[]

type SettingFacts = {
  readonly today: string
  readonly fromOn: string
  readonly throughOn: string
  readonly backupId: string
  readonly personId: string
  /** Who works at one of the same schools and may own what they own. */
  readonly able: readonly string[]
  /** Days they are away already. */
  readonly others: readonly Pick<Absence, 'fromOn' | 'throughOn'>[]
}

const setting = {
  ends_before_it_starts: ({ fromOn, throughOn }) => throughOn < fromOn,
  over_already: ({ throughOn, today }) => throughOn < today,
  away_already: ({ others, fromOn, throughOn }) =>
    others.some((other) => other.fromOn <= throughOn && fromOn <= other.throughOn),
  not_able: ({ backupId, able }) => !able.includes(backupId),
} satisfies Record<string, (facts: SettingFacts) => boolean>
export type ObstacleToAbsence = keyof typeof setting

/** Every reason why an absence is not written down, in the order a person would clear them. */
export const obstaclesToAbsence = (facts: SettingFacts): ObstacleToAbsence[] =>
  (Object.keys(setting) as ObstacleToAbsence[]).filter((name) => setting[name](facts))
