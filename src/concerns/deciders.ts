import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { modelInForce } from '#standards/contract.ts'

/** The roles that decide in triage at an instant, as the district names them [R018]. */
export const decidersAt = async ({ tx, now }: { tx: Transaction; now: Date }): Promise<readonly Role[]> =>
  (await modelInForce(tx, now)).triage_staff.body.roles
