import type { Viewing } from '#access/look.ts'
import { noteMet } from '#consent/contract.ts'
import type { AgencyPromise } from '#referrals/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { classOfOwed } from './classes.ts'
import type { OwedThing } from './owed-store.ts'
import { detailsOf, type OwedReferral } from './today-store.ts'

/** What waits for them, as far as they may know of it; whom it is about, where they may know that. */
export function knownThings(view: Viewing, things: readonly OwedThing[]): OwedThing[] {
  const named = view.knows('identity')
  return things.flatMap((thing) => {
    if (thing.kind === 'notice' || thing.kind === 'alert')
      return [named ? thing : { ...thing, studentName: null }]
    return named && view.knows(classOfOwed[thing.kind]) ? [thing] : []
  })
}

/** What a page says of its referrals, without whom to reach and the next visit where they may not know. */
export async function knownDetails(
  view: Viewing,
  ids: readonly string[],
): Promise<Map<string, OwedReferral>> {
  const details = await detailsOf(view.tx, { ids, now: view.now })
  if (view.knows('contact_details') && view.knows('visits')) return details
  const reach = { caregiverName: null, caregiverLanguage: null, contactRule: null, contactHours: null }
  return new Map(
    [...details].map(([id, row]) => [
      id,
      {
        ...row,
        ...(!view.knows('contact_details') && reach),
        nextVisitAt: view.knows('visits') ? row.nextVisitAt : null,
      },
    ]),
  )
}

/** Whom a page showed, for the trail. */
export const studentsIn = (rows: readonly { studentId: string | null }[]) => [
  ...new Set(rows.map(({ studentId }) => studentId).filter((each) => each !== null)),
]

/** The district's words for the signals that wait to be taken up; nothing is asked while none does. */
export async function signalsSaid({ tx, now }: Viewing, things: readonly { kind: string }[]) {
  if (!things.some(({ kind }) => kind === 'signal')) return {}
  const { safety } = (await modelInForce(tx, now)).signals.body
  return Object.fromEntries(safety.map(({ code, text }): [string, string] => [code, text]))
}

/** Whom an agency met on its Today, by what was sent of them: it stands in the accounting of each. */
export function noteMetAtAgency(
  view: Viewing,
  promised: readonly (({ of: 'agency' } & AgencyPromise) | { of: 'thing' | 'referral' })[],
  since: Date,
): void {
  const { partnerId } = view.actor
  if (partnerId === null) return
  const rows = promised.flatMap((one) =>
    one.of === 'agency' ? [{ referralId: one.aboutId, items: one.items }] : [],
  )
  noteMet(view, { partnerId, since, rows })
}
