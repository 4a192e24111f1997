/** Why a contact is shown to nobody but named people. */
export const protectionReasons = [
  'protective_order',
  'address_program',
  'custody_order',
  'safety_plan',
] as const
export type ProtectionReason = (typeof protectionReasons)[number]

/** Why somebody ends it before its last day. */
export const endingReasons = ['order_ended', 'set_by_mistake'] as const
export type EndingReason = (typeof endingReasons)[number]

/** That somebody's contact is protected, and who is named to read it. Nothing of the contact itself. */
export type Protection = {
  readonly id: string
  readonly studentId: string
  /** Null where it is the student's own. */
  readonly caregiverId: string | null
  readonly caregiverName: string | null
  readonly reason: ProtectionReason
  /** The last day on which it is protected, YYYY-MM-DD. */
  readonly endsOn: string
  readonly readers: readonly { id: string; name: string }[]
  readonly markedByName: string
  readonly markedAt: Date
  readonly endedBecause: EndingReason | 'day_came' | null
  readonly endedAt: Date | null
  readonly version: number
}

/** The contact, for whoever is named. */
export type ProtectedContact = {
  readonly phone: string | null
  readonly email: string | null
  readonly contactHours: string | null
  readonly address: string | null
  readonly neighborhood: string | null
}

/** What is known when a contact is to be protected. Days are calendar days of the district. */
export type ProtectingFacts = {
  readonly endsOn: string
  readonly today: string
  /** How many of those who were named work at the school, or answer for its records. */
  readonly named: number
  /** How many were named. */
  readonly chosen: number
  readonly stands: boolean
}

const obstacles = {
  stands_already: ({ stands }) => stands,
  nobody_named: ({ chosen }) => chosen === 0,
  not_of_the_staff: ({ named, chosen }) => named < chosen,
  day_is_past: ({ endsOn, today }) => endsOn < today,
} satisfies Record<string, (facts: ProtectingFacts) => boolean>
export type ObstacleToProtecting = keyof typeof obstacles

/** Every reason a contact cannot be protected so, in the order a person would clear them. */
export const obstaclesToProtecting = (facts: ProtectingFacts): ObstacleToProtecting[] =>
  (Object.keys(obstacles) as ObstacleToProtecting[]).filter((name) => obstacles[name](facts))

/** Whether somebody is named to read it. Nobody else does, whatever their role. */
export const isNamed = ({ readers }: Pick<Protection, 'readers'>, personId: string | null): boolean =>
  readers.some(({ id }) => id === personId)

/** Whether its last day has passed. @param today the district's calendar day */
export const isOver = ({ endsOn }: Pick<Protection, 'endsOn'>, today: string): boolean => endsOn < today

/** What is kept where something was typed while it is protected: blank leaves what stands. */
export const keptProtected = (held: ProtectedContact, typed: Partial<ProtectedContact>) =>
  Object.fromEntries(
    Object.entries(held).map(([field, value]) => [field, typed[field as keyof ProtectedContact] || value]),
  ) as ProtectedContact
