import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { mayPublish } from './policy.ts'
import { addVersion, latestOf } from './publish-store.ts'
import { modelInForce } from './store.ts'
import { Tiers } from './tiers.ts'
import { TiersGiven, tiersFrom } from './tiers-given.ts'
import { publishingWords } from './publishing-words.ts'

/**
 * The district says anew what its support tiers are, for every school alike [R011]. A version is added and
 * none is edited: what was decided keeps the one it was decided by.
 */
export const publishTiers = act({
  name: 'standards/publish-tiers',
  by: ['district_head'],
  given: TiersGiven,
  refusals: publishingWords,
  async do(unit, given) {
    const { id: latestId } = (await modelInForce(unit.tx, unit.now)).tiers
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: latestId })
    const calendar = await calendarOf(unit.tx)
    const today = dayOf(calendar, unit.now)
    const latest = await latestOf(unit, 'tiers')
    const { body: before } = (await modelInForce(unit.tx, latest.inForceFrom)).tiers
    const body = Tiers.safeParse(tiersFrom(given, before))
    const inForceFrom = given.inForceOn === today ? unit.now : instantAt(calendar, given.inForceOn, '00:00')
    const because = [
      ...(given.inForceOn < today ? (['in_the_past'] as const) : []),
      ...(inForceFrom < latest.inForceFrom ? (['before_the_last'] as const) : []),
      ...(body.success ? [] : (['not_well_formed'] as const)),
    ]
    if (because.length > 0 || !body.success) return refused(because)

    const version = latest.version + 1
    const { decision } = given
    const id = await addVersion(unit, {
      kind: 'tiers',
      version,
      inForceFrom,
      body: body.data,
      decision,
      approvedOn: today,
    })
    unit.record('standard.published', { type: 'standard', id }, { kind: 'tiers', version })
    return done({ id, version })
  },
})
