import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Statement, statement } from '#platform/database/query.ts'
import type { Agreement, SignOff } from './agreement.ts'

export const agreementColumns = sql`
  a.id, a.partner_id as "partnerId", a.title, a.starts_on as "startsOn", a.ends_on as "endsOn",
  a.school_to_partner as "schoolToPartner", a.partner_to_school as "partnerToSchool", a.suspended_at as "suspendedAt"`

const signOffColumns = sql`
  s.id, s.agreement_id as "agreementId", s.scope, s.signed_by as "signedBy", s.signed_on as "signedOn",
  s.ends_on as "endsOn", s.withdrawn_at as "withdrawnAt"`

const agreements = statement(
  ($: { district: string; partner: string }) => sql<Agreement>`
    select ${agreementColumns} from agreement a
    where a.district_id = ${$.district} and a.partner_id = ${$.partner} order by a.starts_on desc, a.id desc`,
)

/** Everything a district and an agency ever agreed, latest first. */
export const agreementsOf = (tx: Transaction, partnerId: string): Promise<Agreement[]> =>
  tx.all(agreements, { district: tx.scope.districtId, partner: partnerId })

const signOffs = statement(
  ($: { district: string; partner: string }) => sql<SignOff>`
    select ${signOffColumns} from legal_sign_off s
    where s.district_id = ${$.district} and s.partner_id = ${$.partner} order by s.signed_on desc, s.id desc`,
)

export const signOffsOf = (tx: Transaction, partnerId: string): Promise<SignOff[]> =>
  tx.all(signOffs, { district: tx.scope.districtId, partner: partnerId })

export type OwnedSignOff = SignOff & { partnerId: string }
type One = { district: string; id: string }
const agreementById = ($: One) => sql<Agreement>`
  select ${agreementColumns} from agreement a where a.district_id = ${$.district} and a.id = ${$.id}`
const signOffById = ($: One) => sql<OwnedSignOff>`
  select ${signOffColumns}, s.partner_id as "partnerId" from legal_sign_off s
  where s.district_id = ${$.district} and s.id = ${$.id}`

const oneAgreement = statement(agreementById)
const heldAgreement = statement(($: One) => sql<Agreement>`${agreementById($)} for no key update`)
const oneSignOff = statement(signOffById)
const heldSignOff = statement(($: One) => sql<OwnedSignOff>`${signOffById($)} for no key update`)

export const findAgreement = (tx: Transaction, id: string): Promise<Agreement | undefined> =>
  tx.maybe(oneAgreement, { district: tx.scope.districtId, id })

export const findSignOff = (tx: Transaction, id: string): Promise<OwnedSignOff | undefined> =>
  tx.maybe(oneSignOff, { district: tx.scope.districtId, id })

/** Takes an agreement for the rest of the act, or undefined. */
export const holdAgreement = ({ tx, districtId }: Unit, id: string): Promise<Agreement | undefined> =>
  tx.maybe(heldAgreement, { district: districtId, id })

/** Takes a sign-off for the rest of the act, or undefined. */
export const holdSignOff = ({ tx, districtId }: Unit, id: string): Promise<OwnedSignOff | undefined> =>
  tx.maybe(heldSignOff, { district: districtId, id })

/** Changes what a gate hangs on: what was read of gates before holds no longer. */
function changeGate<V extends object>({ tx }: Unit, change: Statement<V, unknown>, values: V): void {
  tx.write(change, values)
  tx.forget('gates')
}

type Moment = { district: string; id: string; at: Date }
const suspending = statement(
  ($: Moment) =>
    sql`update agreement set suspended_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
const withdrawing = statement(
  ($: Moment) =>
    sql`update legal_sign_off set withdrawn_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)

export const suspend = (unit: Unit, id: string) =>
  changeGate(unit, suspending, { district: unit.districtId, id, at: unit.now })
export const withdraw = (unit: Unit, id: string) =>
  changeGate(unit, withdrawing, { district: unit.districtId, id, at: unit.now })

const addAgreement = statement(
  ($: {
    district: string
    id: string
    partner: string
    title: string
    from: string
    until: string
    school: readonly string[]
    agency: readonly string[]
    at: Date
  }) => sql`
    insert into agreement (district_id, id, partner_id, title, starts_on, ends_on, school_to_partner, partner_to_school, created_at)
    values (${$.district}, ${$.id}, ${$.partner}, ${$.title}, ${$.from}, ${$.until}, ${$.school}, ${$.agency}, ${$.at})`,
)

/** Puts an agreement on file and answers its id. */
export function insertAgreement(unit: Unit, given: Omit<Agreement, 'id' | 'suspendedAt'>): string {
  const id = unit.id()
  const { partnerId, title, startsOn, endsOn, schoolToPartner, partnerToSchool } = given
  const values = {
    partner: partnerId,
    title,
    from: startsOn,
    until: endsOn,
    school: schoolToPartner,
    agency: partnerToSchool,
  }
  changeGate(unit, addAgreement, { district: unit.districtId, id, at: unit.now, ...values })
  return id
}

const addSignOff = statement(
  ($: {
    district: string
    id: string
    agreement: string
    partner: string
    scope: string
    by: string
    on: string
    until: string
  }) => sql`
    insert into legal_sign_off (district_id, id, agreement_id, partner_id, scope, signed_by, signed_on, ends_on)
    values (${$.district}, ${$.id}, ${$.agreement}, ${$.partner}, ${$.scope}, ${$.by}, ${$.on}, ${$.until})`,
)

/** Puts a legal sign-off on file and answers its id. */
export function insertSignOff(unit: Unit, given: Omit<OwnedSignOff, 'id' | 'withdrawnAt'>): string {
  const id = unit.id()
  const { agreementId, partnerId, scope, signedBy, signedOn, endsOn } = given
  const values = {
    agreement: agreementId,
    partner: partnerId,
    scope,
    by: signedBy,
    on: signedOn,
    until: endsOn,
  }
  changeGate(unit, addSignOff, { district: unit.districtId, id, ...values })
  return id
}
