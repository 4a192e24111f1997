import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Acceptance, Partner, Route, RouteKind } from './partner.ts'

/** What is read of an agency, from the tables below; both in lists and alone. */
export const columns = sql`
  p.id, p.name, p.short_name as "shortName", p.about, p.address, p.phone, p.hours, p.contact_name as "contactName",
  p.crisis_phone as "crisisPhone", p.populations, o.name as "relationshipOwner", p.acceptance,
  p.acceptance_note as "acceptanceNote", p.open_places as "openPlaces", p.next_opening_on as "nextOpeningOn",
  p.capacity_updated_at as "capacityUpdatedAt", p.languages, p.modalities, p.payers, p.after_school as "afterSchool",
  p.weekends, p.onboarded_at as "onboardedAt", p.ended_at as "endedAt", p.version,
  coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'tiers', s.tiers, 'ages', s.ages)
    order by s.name, s.id) from partner_service s where s.district_id = p.district_id and s.partner_id = p.id), '[]') as services,
  r.id as "routeId", r.kind as "routeKind", r.address as "routeAddress", r.opened_at as "routeOpenedAt"`

export const tables = sql`
  partner p
  left join intake_route r on r.district_id = p.district_id and r.partner_id = p.id and r.closed_at is null
  left join person o on o.district_id = p.district_id and o.id = p.relationship_owner_id`

export type PartnerRow = Omit<Partner, 'route'> & {
  routeId: string | null
  routeKind: Route['kind']
  routeAddress: string
  routeOpenedAt: Date
}

export const partnerFrom = ({
  routeId,
  routeKind,
  routeAddress,
  routeOpenedAt,
  ...partner
}: PartnerRow): Partner => ({
  ...partner,
  route:
    routeId === null
      ? null
      : { id: routeId, kind: routeKind, address: routeAddress, openedAt: routeOpenedAt },
})

const all = statement(
  ($: { district: string }) => sql<PartnerRow>`
    select ${columns} from ${tables}
    where p.district_id = ${$.district} and p.ended_at is null
    order by p.name, p.id`,
)

/** Every agency of a partnership in force, by name, with services and route: what a picker shows [R037]. */
export async function listPartners(tx: Transaction): Promise<Partner[]> {
  return (await tx.all(all, { district: tx.scope.districtId })).map(partnerFrom)
}

const one = statement(
  ($: { district: string; id: string }) => sql<PartnerRow>`
    select ${columns} from ${tables} where p.district_id = ${$.district} and p.id = ${$.id}`,
)

/** One agency, ended or not, or undefined. */
export async function findPartner(tx: Transaction, id: string): Promise<Partner | undefined> {
  const row = await tx.maybe(one, { district: tx.scope.districtId, id })
  return row === undefined ? undefined : partnerFrom(row)
}

/** One agency that a record names. @throws when there is none: a foreign key says it exists */
export async function getPartner(tx: Transaction, id: string): Promise<Partner> {
  return partnerFrom(await tx.one(one, { district: tx.scope.districtId, id }))
}

const route = statement(
  ($: { district: string; partner: string }) => sql<Route>`
    select id, kind, address, opened_at as "openedAt" from intake_route
    where district_id = ${$.district} and partner_id = ${$.partner} and closed_at is null`,
)

/** The one active intake route of an agency: referrals leave by it and by nothing else [R029]. */
export const activeRoute = (tx: Transaction, partnerId: string): Promise<Route | undefined> =>
  tx.maybe(route, { district: tx.scope.districtId, partner: partnerId })

const held = statement(
  ($: { district: string; id: string }) => sql<PartnerRow>`
    select ${columns} from ${tables} where p.district_id = ${$.district} and p.id = ${$.id} for no key update of p`,
)

/** Takes one agency's row for the rest of the act, so that two people cannot open two routes at once. */
export async function holdPartner({ tx, districtId }: Unit, id: string): Promise<Partner | undefined> {
  const row = await tx.maybe(held, { district: districtId, id })
  return row === undefined ? undefined : partnerFrom(row)
}

type Capacity = {
  partnerId: string
  version: number
  acceptance: Acceptance
  acceptanceNote?: string | undefined
  openPlaces: number
  nextOpeningOn?: string | undefined
}

const capacity = statement(
  ($: {
    district: string
    id: string
    version: number
    acceptance: string
    note: string | null
    places: number
    next: string | null
    at: Date
  }) => sql`
    update partner set acceptance = ${$.acceptance}, acceptance_note = ${$.note}, open_places = ${$.places},
      next_opening_on = ${$.next}::date, capacity_updated_at = ${$.at}, version = version + 1
    where district_id = ${$.district} and id = ${$.id} and version = ${$.version}`,
)

/** Writes what an agency says of its room. Its row is held, and its version was compared. */
export async function saveCapacity({ tx, districtId, now }: Unit, given: Capacity): Promise<void> {
  await tx.run(capacity, {
    district: districtId,
    id: given.partnerId,
    version: given.version,
    acceptance: given.acceptance,
    note: given.acceptanceNote ?? null,
    places: given.openPlaces,
    next: given.nextOpeningOn ?? null,
    at: now,
  })
}

const closing = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update intake_route set closed_at = ${$.at} where district_id = ${$.district} and id = ${$.id} and closed_at is null`,
)

export const closeRoute = ({ tx, districtId, now }: Unit, id: string) =>
  tx.run(closing, { district: districtId, id, at: now })

const opening = statement(
  ($: { district: string; id: string; partner: string; kind: string; address: string; at: Date }) => sql`
    insert into intake_route (district_id, id, partner_id, kind, address, opened_at)
    values (${$.district}, ${$.id}, ${$.partner}, ${$.kind}, ${$.address}, ${$.at})`,
)

/** Opens a route. The index of the table holds an agency to one. */
export async function openRoute(
  unit: Unit,
  given: { partnerId: string; kind: RouteKind; address: string },
): Promise<string> {
  const id = unit.id()
  const { partnerId: partner, kind, address } = given
  await unit.tx.run(opening, { district: unit.districtId, id, partner, kind, address, at: unit.now })
  return id
}

const onboarding = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update partner set onboarded_at = ${$.at}, version = version + 1
    where district_id = ${$.district} and id = ${$.id} and onboarded_at is null`,
)

/** Notes that an agency's onboarding list is complete. The caller judged the list and leaves the trace. */
export const markOnboarded = ({ tx, districtId, now }: Unit, id: string) =>
  tx.run(onboarding, { district: districtId, id, at: now })
