import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Agreement, SignOff } from './agreement.ts'
import { obstaclesAtTheGate, type ObstacleAtTheGate } from './rules.ts'
import { agreementColumns } from './store.ts'

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
export const gateOf = (tx: Transaction, partnerId: string, on: string): Promise<Gate> =>
  tx.once('gates', `${partnerId} ${on}`, () => readGate(tx, partnerId, on))

async function readGate(tx: Transaction, partnerId: string, on: string): Promise<Gate> {
  const row = await tx.maybe(onFile, { district: tx.scope.districtId, partner: partnerId, on })
  const [agreement, signOff] = row === undefined ? [] : [agreementFrom(row), signOffFrom(row)]
  return { agreement, signOff, obstacles: obstaclesAtTheGate({ agreement, signOff }, on) }
}
