import { type Consent, type Item, releaseScopes, type Scope, standingOf } from '#consent/contract.ts'

/** The questions that let the agency tell the school something. All others let the school tell the agency. */
const back: readonly Scope[] = ['status_feedback', 'participation', 'safety_signals', 'agency_alerts']

/** What is shared with one agency, as it stands now. */
export type Shared = {
  readonly partnerId: string
  readonly is: 'shared' | 'conflicting' | 'stopped' | 'declined'
  readonly toAgency: readonly Item[]
  readonly toSchool: readonly Item[]
  /** Last day it holds, where something is shared. */
  readonly until: string | undefined
  /** Since when it stands so. */
  readonly since: Date
}

type Standings = { scope: Scope; standing: Exclude<ReturnType<typeof standingOf>, { is: 'not_asked' }> }[]

const standingsOf = (consents: readonly Consent[], partnerId: string, now: Date): Standings =>
  releaseScopes.flatMap((scope) => {
    const standing = standingOf(consents, { scope, partnerId, now })
    return standing.is === 'not_asked' ? [] : [{ scope, standing }]
  })

const latest = (days: readonly Date[]) => new Date(Math.max(...days.map((day) => day.getTime())))

function sharedNow(partnerId: string, standings: Standings): Shared {
  const yes = standings.flatMap(({ scope, standing }) =>
    standing.is === 'in_force' ? [{ scope, standing }] : [],
  )
  const itemsOf = (wanted: (scope: Scope) => boolean) => [
    ...new Set(yes.filter(({ scope }) => wanted(scope)).flatMap(({ standing }) => standing.items)),
  ]
  const has = (...states: string[]) => standings.some(({ standing }) => states.includes(standing.is))
  const is =
    yes.length > 0 ? 'shared' : has('conflicting') ? 'conflicting' : has('declined') ? 'declined' : 'stopped'
  return {
    partnerId,
    is: is === 'declined' && has('withdrawn', 'ended', 'incomplete') ? 'stopped' : is,
    toAgency: itemsOf((scope) => !back.includes(scope)),
    toSchool: itemsOf((scope) => back.includes(scope)),
    until: yes.map(({ standing }) => standing.consent.endsOn).toSorted()[0],
    since: latest((yes.length > 0 ? yes : standings).map(({ standing }) => standing.since)),
  }
}

/**
 * What is shared with each agency, the latest first. Of several referrals to one agency the latest counts.
 * @param consents those the reader may read, oldest first
 */
export function sharedWith(consents: readonly Consent[], now: Date): Shared[] {
  const ofPartner = Map.groupBy(consents, ({ partnerId }) => partnerId)
  return [...ofPartner]
    .flatMap(([partnerId, all]) => {
      const referralId = all.at(-1)?.referralId
      const standings = standingsOf(
        all.filter((each) => each.referralId === referralId),
        partnerId,
        now,
      )
      return standings.length === 0 ? [] : [sharedNow(partnerId, standings)]
    })
    .toSorted((one, other) => other.since.getTime() - one.since.getTime())
}
