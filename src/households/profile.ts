/** When work keeps a caregiver from a visit. */
export const workLimits = [
  'no_limits',
  'mornings',
  'school_hours',
  'afternoons',
  'evenings',
  'nights',
  'weekends',
  'shifts_change',
] as const
export type WorkLimit = (typeof workLimits)[number]

/** How a family gets to a visit. */
export const familyTransports = ['own_car', 'rides', 'bus', 'walks', 'none'] as const
export type FamilyTransport = (typeof familyTransports)[number]

/** What a form sends for a question nobody asked the family. */
export const notAsked = 'not_asked'

/** How much a caregiver has to carry. */
export const capacities = ['room_for_more', 'with_help', 'carries_too_much'] as const
export type Capacity = (typeof capacities)[number]

/** What a family told of its days and its ways. What nobody asked is null, or an empty list. */
export type FamilyProfile = {
  readonly workLimits: readonly WorkLimit[]
  readonly transport: FamilyTransport | null
  readonly capacity: Capacity | null
  /** Whether the family let brothers and sisters be shown beside the student. */
  readonly siblingsShown: boolean
}

/** A profile as it is kept. */
export type KeptProfile = FamilyProfile & {
  readonly id: string
  readonly keptByName: string
  readonly keptAt: Date
  readonly version: number
}

export type ObstacleToKeeping = 'no_limits_and_some' | 'no_school'

/** Every reason a profile cannot be kept like this. */
export const obstaclesToKeeping = (
  { workLimits: limits }: Pick<FamilyProfile, 'workLimits'>,
  { hasSchool }: { hasSchool: boolean },
): ObstacleToKeeping[] => [
  ...(hasSchool ? [] : (['no_school'] as const)),
  ...(limits.includes('no_limits') && limits.length > 1 ? (['no_limits_and_some'] as const) : []),
]
