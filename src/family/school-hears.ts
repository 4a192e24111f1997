import type { Cells } from '#access/minimum-necessary.ts'
import { mayKnow, schoolPurposes } from '#access/minimum-necessary.ts'
import { type Role, schoolStaff } from '#access/roles.ts'
import {
  backScopes,
  type Consent,
  type Item,
  itemsBack,
  itemsOf,
  type Standing,
  standingOf,
} from '#consent/contract.ts'
import type { DataClass } from '#database/classes.ts'

/** The class of data in which the school keeps what an agency told, item by item. */
export const classOfBack = {
  status: 'referrals',
  appointment: 'visits',
  participation: 'signals',
  safety_signal: 'signals',
  agency_alert: 'signals',
} as const satisfies Partial<Record<Item, DataClass>>
export type BackItem = keyof typeof classOfBack

/** One item an agency may tell the school on a yes, how the answer stands, and who reads it there. */
export type Heard = {
  readonly item: BackItem
  readonly answer: Standing['is']
  readonly readBy: readonly Role[]
}

/** The items of an agreement that come back, and those that no answer lets come back. */
export type SchoolHears = { readonly heard: readonly Heard[]; readonly notAgreed: readonly BackItem[] }

type Known = {
  agreement: { readonly partnerToSchool: readonly string[] } | undefined
  /** The family's answers about one referral. */
  consents: readonly Consent[]
  /** Who may know what, by the matrix in force. */
  cells: Cells
  partnerId: string
  now: Date
}

const readersOf = (cells: Cells, item: BackItem): Role[] =>
  schoolStaff.filter((role) =>
    schoolPurposes.some((purpose) => mayKnow(cells, { role, purpose, dataClass: classOfBack[item] })),
  )

/**
 * What an agency may tell the school: what its agreement lists, as each post is judged by it, with how the
 * family answered, and the roles that the matrix lets read it [R152].
 */
export function schoolHears({ agreement, consents, cells, partnerId, now }: Known): SchoolHears {
  const heard = backScopes.flatMap((scope) => {
    const answer = standingOf(consents, { scope, partnerId, now }).is
    return (itemsBack(agreement, scope) as BackItem[]).map((item) => ({
      item,
      answer,
      readBy: readersOf(cells, item),
    }))
  })
  const notAgreed = backScopes
    .flatMap((scope) => itemsOf[scope] as BackItem[])
    .filter((item) => !heard.some((each) => each.item === item))
  return { heard, notAgreed }
}
