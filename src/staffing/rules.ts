import { addCalendarDays } from '#district/contract.ts'
import type { StaffMember, Supervision, SupervisionForm } from './staff-record.ts'

/** How many days back a supervision counts as recent: a quarter. */
export const recentDays = 92

export const gaps = [
  'credential_missing',
  'license_ended',
  'supervisor_missing',
  'supervision_missing',
  'supervision_long_ago',
] as const
export type Gap = (typeof gaps)[number]

/** What is missing on somebody's record on a day: every gap at once [R157]. */
export const gapsOf = (
  {
    credential,
    supervisorId,
    supervisedOn,
  }: Pick<StaffMember, 'credential' | 'supervisorId' | 'supervisedOn'>,
  today: string,
): Gap[] => [
  ...(credential === null ? (['credential_missing'] as const) : []),
  ...(credential !== null && credential.validUntil < today ? (['license_ended'] as const) : []),
  ...(supervisorId === null ? (['supervisor_missing'] as const) : []),
  ...(supervisedOn === null ? (['supervision_missing'] as const) : []),
  ...(supervisedOn !== null && supervisedOn < addCalendarDays(today, -recentDays)
    ? (['supervision_long_ago'] as const)
    : []),
]

export type ObstacleToSupervising = 'supervisor_missing' | 'yourself' | 'held_ahead' | 'recorded_already'

/** Why a supervision cannot be written down so. */
export const obstaclesToSupervising = (
  given: { heldOn: string; form: SupervisionForm },
  known: {
    member: Pick<StaffMember, 'id' | 'supervisorId'>
    by: string | null
    today: string
    held: readonly Pick<Supervision, 'heldOn' | 'form'>[]
  },
): ObstacleToSupervising[] => [
  ...(known.member.supervisorId === null ? (['supervisor_missing'] as const) : []),
  ...(known.member.id === known.by ? (['yourself'] as const) : []),
  ...(given.heldOn > known.today ? (['held_ahead'] as const) : []),
  ...(known.held.some(({ heldOn, form }) => heldOn === given.heldOn && form === given.form)
    ? (['recorded_already'] as const)
    : []),
]
