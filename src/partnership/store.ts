import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Agreement, SignOff } from './agreement.ts'
import { obstaclesAtTheGate, type ObstacleAtTheGate } from './rules.ts'

const agreementColumns = sql`
  a.id, a.partner_id as "partnerId", a.title, a.starts_on as "startsOn", a.ends_on as "endsOn",
  a.school_to_partner as "schoolToPartner", a.partner_to_school as "partnerToSchool", a.suspended_at as "suspendedAt"`

const signOffColumns = sql`
  s.id, s.agreement_id as "agreementId", s.scope, s.signed_by as "signedBy", s.signed_on as "signedOn",
  s.ends_on as "endsOn", s.withdrawn_at as "withdrawnAt"`

// One that opens the gate that day goes before one that does not, so that a document which is not in force
// never hides one that is.
const onFile = statement(
  ($: { district: string; partner: string; on: string }) => sql<OnFile>`
    select ${agreementColumns}, s.id as "signOffId", s.scope, s.signed_by as "signedBy", s.signed_on as "signedOn",
      s.ends_on as "signedUntil", s.withdrawn_at as "withdrawnAt"
    from (
      select * from agreement
      where district_id = ${$.district} and partner_id = ${$.partner}
      order by (starts_on <= ${$.on}::date and ends_on >= ${$.on}::date and suspended_at is null) desc,
        starts_on desc, id desc
      limit 1
    ) a
    left join lateral (
      select * from legal_sign_off l
      where l.district_id = ${$.district} and l.agreement_id = a.id
      order by (l.signed_on <= ${$.on}::date and l.ends_on >= ${$.on}::date and l.withdrawn_at is null) desc,
        l.signed_on desc, l.id desc
      limit 1
    ) s on true`,
)
type OnFile = Agreement &
  Omit<SignOff, 'id' | 'agreementId' | 'endsOn'> & { signOffId: string | null; signedUntil: string }

const signOffFrom = ({
  signOffId,
  id: agreementId,
  signedUntil: endsOn,
  ...row
}: OnFile): SignOff | undefined => {
  const { scope, signedBy, signedOn, withdrawnAt } = row
  if (signOffId === null) return undefined
  return { id: signOffId, agreementId, scope, signedBy, signedOn, endsOn, withdrawnAt }
}
const agreementFrom = (row: OnFile): Agreement => {
  const { id, partnerId, title, startsOn, endsOn, schoolToPartner, partnerToSchool, suspendedAt } = row
  return { id, partnerId, title, startsOn, endsOn, schoolToPartner, partnerToSchool, suspendedAt }
}

export type Gate = {
  agreement: Agreement | undefined
  signOff: SignOff | undefined
  /** Empty when the gate is open. */
  obstacles: ObstacleAtTheGate[]
}

/**
 * The legal gate of an agency on a day: what is on file, and every reason nothing may be sent [R139].
 * @param on the district's calendar day, YYYY-MM-DD
 */
export async function gateOf(tx: Transaction, partnerId: string, on: string): Promise<Gate> {
  const row = await tx.maybe(onFile, { district: tx.scope.districtId, partner: partnerId, on })
  const [agreement, signOff] = row === undefined ? [] : [agreementFrom(row), signOffFrom(row)]
  return { agreement, signOff, obstacles: obstaclesAtTheGate({ agreement, signOff }, on) }
}

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
const heldAgreement = statement(($: One) => sql<Agreement>`${agreementById($)} for update`)
const oneSignOff = statement(signOffById)
const heldSignOff = statement(($: One) => sql<OwnedSignOff>`${signOffById($)} for update`)

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

type Moment = { district: string; id: string; at: Date }
const suspending = statement(
  ($: Moment) =>
    sql`update agreement set suspended_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
const withdrawing = statement(
  ($: Moment) =>
    sql`update legal_sign_off set withdrawn_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)

export const suspend = ({ tx, districtId, now }: Unit, id: string) =>
  tx.run(suspending, { district: districtId, id, at: now })
export const withdraw = ({ tx, districtId, now }: Unit, id: string) =>
  tx.run(withdrawing, { district: districtId, id, at: now })

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
export async function insertAgreement(
  unit: Unit,
  given: Omit<Agreement, 'id' | 'suspendedAt'>,
): Promise<string> {
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
  await unit.tx.run(addAgreement, { district: unit.districtId, id, at: unit.now, ...values })
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
export async function insertSignOff(
  unit: Unit,
  given: Omit<OwnedSignOff, 'id' | 'withdrawnAt'>,
): Promise<string> {
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
  await unit.tx.run(addSignOff, { district: unit.districtId, id, ...values })
  return id
}
