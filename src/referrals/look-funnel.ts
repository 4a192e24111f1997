import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { routedSince, type Volume, volumeOf } from '#concerns/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { isSmall } from '#platform/small-counts.ts'
import { choicesOf, dueAt, labelOf, modelInForce } from '#standards/contract.ts'
import { type Declined, declinedSince } from './declined-store.ts'
import { type FunnelStep, funnelOf } from './funnel.ts'
import { waysSince } from './funnel-store.ts'
import { mayTrack, referralReaders } from './policy.ts'
import { needFigures, type NeedFigures } from './way-figures.ts'

/** Days the report looks back: a school year, so that who began in it may have come to its end. */
const days = 365

/** Every number that a part of the page says, also those that follow from the others. */
const said = {
  steps: (steps: readonly FunnelStep[]) =>
    steps.flatMap(({ reached, outside, lost, underWay, reasons }) => [
      reached,
      outside,
      reached - outside,
      lost,
      underWay,
      ...reasons.map(({ count }) => count),
    ]),
  volume: ({ tiers, all }: Volume) => [...tiers, all].flatMap(({ a, b, c, all: sum }) => [a, b, c, sum]),
  needs: ({ needs, repeats, seen, monthSince, afterMonth }: NeedFigures) => [
    needs,
    repeats,
    needs - repeats,
    seen,
    needs - seen,
    monthSince,
    afterMonth,
    monthSince - afterMonth,
  ],
  declined: (declined: readonly Declined[]) => declined.map(({ count }) => count),
}

/** A part of the page, or nothing where it points at somebody and whoever reads it reads no record. */
const toldTo = <P>(reads: boolean, part: P, numbers: readonly number[]): P | undefined =>
  reads || !numbers.some(isSmall) ? part : undefined

/** Each code an agency gave, in the words of the district, and those of its list nobody gave. */
async function declinedInWords({ tx, now }: Viewing, declined: readonly Declined[]) {
  const { body } = (await modelInForce(tx, now)).reasons
  const known = declined.map(({ reason }) => reason)
  const never = choicesOf(body, 'decline').filter(({ code }) => !known.includes(code))
  return [...declined, ...never.map(({ code }) => ({ reason: code, count: 0 }))].map(
    ({ reason: code, count }) => ({ code, reason: labelOf(body, 'decline', { code }), count }),
  )
}

/** When the one month after a first visit is over, by the standard in force for every tier and need. */
async function monthStandard({ tx, now }: Viewing) {
  const [calendar, model] = [await calendarOf(tx), await modelInForce(tx, now)]
  return (startedAt: Date) =>
    dueAt(calendar, model.time_standards.body, { clock: 'one_month', startedAt, highNeed: false }).dueAt
}

/**
 * How many needs came how far on the way to care, how many were lost at each step, and why [R080]; what
 * triage decided by tier and by path [R027]; what was referred again [R033]; how long a first visit took
 * [R034]; and what agencies could not accept [R040]. Whoever reads no record reads no count that points at
 * somebody.
 */
export const lookFunnel = look({
  name: 'referrals/funnel',
  by: [...careTeam, 'principal', 'district_head'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const within = { since: new Date(now.getTime() - days * 86_400_000), now }
    const ways = await waysSince(tx, actor, within)
    const declined = await declinedSince(tx, actor, within)
    const monthAfter = await monthStandard(view)
    const [steps, needs] = [funnelOf(ways), needFigures(ways, { now, monthAfter })]
    const volume = volumeOf(await routedSince(tx, actor, within))
    const tracks = mayTrack(actor.role)
    const readsEach = (referralReaders as readonly Role[]).includes(actor.role)
    return {
      days,
      mayTrack: tracks,
      steps: toldTo(readsEach, steps, said.steps(steps)),
      // A principal reads how each referral stands, and not what was decided in triage.
      volume: toldTo(tracks, volume, said.volume(volume)),
      needs: toldTo(readsEach, needs, said.needs(needs)),
      declined: toldTo(readsEach, await declinedInWords(view, declined), said.declined(declined)),
    }
  },
})
export type SeenFunnel = Awaited<ReturnType<typeof lookFunnel.see>>
