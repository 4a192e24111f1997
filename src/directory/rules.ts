import {
  type Acceptance,
  type Entry,
  isConnected,
  type Names,
  type Offer,
  type Partner,
  type RouteKind,
} from './partner.ts'

/** What the judgement of a choice looks at. */
export type Choosable = Pick<Partner, 'acceptance' | 'openPlaces' | 'onboardedAt' | 'endedAt' | 'route'>

const choosing = {
  partnership_ended: (partner, now) => partner.endedAt !== null && partner.endedAt.getTime() <= now.getTime(),
  not_onboarded: (partner) => partner.onboardedAt === null,
  no_route: (partner) => partner.route === null,
  route_not_connected: ({ route }) => route !== null && !isConnected(route.kind),
  paused: (partner) => partner.acceptance === 'paused',
  full: (partner) =>
    partner.acceptance === 'full' || (partner.acceptance === 'accepting' && partner.openPlaces === 0),
} satisfies Record<string, (partner: Choosable, now: Date) => boolean>

export type ObstacleToChoosing = keyof typeof choosing

/**
 * Every reason an agency cannot be chosen for a new referral now [R029] [R037] [R288]. A waitlist is no
 * obstacle: the picker shows it and the family decides. Agreement and legal sign-off are judged by the
 * partnership's own gate.
 */
export const obstaclesToChoosing = (partner: Choosable, now: Date): ObstacleToChoosing[] =>
  (Object.keys(choosing) as ObstacleToChoosing[]).filter((name) => choosing[name](partner, now))

type Capacity = { acceptance: Acceptance; openPlaces: number }

const updating = {
  partnership_ended: (partner) => partner.endedAt !== null,
  places_missing: (_, given) => given.acceptance === 'accepting' && given.openPlaces === 0,
  places_left: (_, given) => given.acceptance === 'full' && given.openPlaces > 0,
} satisfies Record<string, (partner: Partner, given: Capacity) => boolean>

export type ObstacleToUpdating = keyof typeof updating

/** Every reason what an agency says of its room cannot stand. */
export const obstaclesToUpdating = (partner: Partner, given: Capacity): ObstacleToUpdating[] =>
  (Object.keys(updating) as ObstacleToUpdating[]).filter((name) => updating[name](partner, given))

type Routing = { replacesId?: string | undefined; kind: RouteKind; address: string }

const routing = {
  partnership_ended: (partner) => partner.endedAt !== null,
  not_connected: (_, given) => !isConnected(given.kind),
  route_active: ({ route }, given) => route !== null && given.replacesId === undefined,
  same_route: ({ route }, given) =>
    route !== null &&
    route.id === given.replacesId &&
    route.kind === given.kind &&
    route.address === given.address,
} satisfies Record<string, (partner: Pick<Partner, 'endedAt' | 'route'>, given: Routing) => boolean>

export type ObstacleToRouting = keyof typeof routing

/**
 * Every reason a route cannot be opened: an agency has exactly one, a change says which one it replaces, and
 * referrals really leave by it [R029].
 */
export const obstaclesToRouting = (
  partner: Pick<Partner, 'endedAt' | 'route'>,
  given: Routing,
): ObstacleToRouting[] =>
  (Object.keys(routing) as ObstacleToRouting[]).filter((name) => routing[name](partner, given))

/** The lines of an entry that would change, by their names. */
export const changedIn = (partner: Entry, given: Entry): (keyof Entry)[] =>
  (Object.keys(given) as (keyof Entry)[]).filter((line) => partner[line] !== given[line])

const describing = {
  partnership_ended: (partner) => partner.endedAt !== null,
  same_entry: (partner, given) => changedIn(partner, given).length === 0,
} satisfies Record<string, (partner: Partner, given: Entry) => boolean>

export type ObstacleToDescribing = keyof typeof describing

/** Every reason an entry of the directory stays as it is. */
export const obstaclesToDescribing = (partner: Partner, given: Entry): ObstacleToDescribing[] =>
  (Object.keys(describing) as ObstacleToDescribing[]).filter((name) => describing[name](partner, given))

const renaming = {
  partnership_ended: (partner) => partner.endedAt !== null,
  same_entry: (partner, given) => partner.name === given.name && partner.shortName === given.shortName,
  there_already: (_, given) => given.taken,
} satisfies Record<string, (partner: Partner, given: Names & { taken: boolean }) => boolean>

export type ObstacleToRenaming = keyof typeof renaming

/** Every reason an agency keeps its name: two of one name could not be told apart. */
export const obstaclesToRenaming = (
  partner: Partner,
  given: Names & { taken: boolean },
): ObstacleToRenaming[] =>
  (Object.keys(renaming) as ObstacleToRenaming[]).filter((name) => renaming[name](partner, given))

const asSet = (value: Offer[keyof Offer]) =>
  typeof value === 'boolean'
    ? String(value)
    : value.toSorted((one, other) => one.localeCompare(other)).join(' ')

/** What of an offer would change, by name. In which order languages were chosen says nothing. */
export const changedInOffer = (partner: Offer, given: Offer): (keyof Offer)[] =>
  (Object.keys(given) as (keyof Offer)[]).filter((part) => asSet(partner[part]) !== asSet(given[part]))

const offering = {
  partnership_ended: (partner) => partner.endedAt !== null,
  same_entry: (partner, given) => changedInOffer(partner, given).length === 0,
} satisfies Record<ObstacleToDescribing, (partner: Partner, given: Offer) => boolean>

/** Every reason what an agency offers stays as it is. */
export const obstaclesToOffering = (partner: Partner, given: Offer): ObstacleToDescribing[] =>
  (Object.keys(offering) as ObstacleToDescribing[]).filter((name) => offering[name](partner, given))

const addingService = {
  partnership_ended: (partner) => partner.endedAt !== null,
  same_service: ({ services }, name) =>
    services.some((each) => each.name.toLowerCase() === name.toLowerCase()),
} satisfies Record<string, (partner: Pick<Partner, 'endedAt' | 'services'>, name: string) => boolean>

export type ObstacleToAddingService = keyof typeof addingService

/** Every reason a service cannot be added: two of one name could not be told apart. */
export const obstaclesToAddingService = (
  partner: Pick<Partner, 'endedAt' | 'services'>,
  name: string,
): ObstacleToAddingService[] =>
  (Object.keys(addingService) as ObstacleToAddingService[]).filter((each) =>
    addingService[each](partner, name),
  )
