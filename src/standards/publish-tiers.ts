import { act, done, refused } from '#access/act.ts'
import { amissIn } from './amiss.ts'
import { nextVersion } from './next-version.ts'
import { mayPublish } from './policy.ts'
import { addVersion } from './publish-store.ts'
import { saysTheSame } from './same.ts'
import { modelInForce } from './store.ts'
import { Tiers } from './tiers.ts'
import { fieldsAmiss, TiersGiven, tiersFrom } from './tiers-given.ts'
import { fieldsOfVersion, publishingWords } from './publishing-words.ts'

const faultAt = (field: string) => {
  const code = 'not_well_formed'
  return { code, says: publishingWords()(code), field }
}

/**
 * The district says anew what its support tiers are, for every school alike [R011]. A version is added and
 * none is edited: what was decided keeps the one it was decided by.
 */
export const publishTiers = act({
  name: 'standards/publish-tiers',
  by: ['district_head'],
  given: TiersGiven,
  refusals: publishingWords,
  fields: fieldsOfVersion,
  async do(unit, given) {
    const { id: latestId } = (await modelInForce(unit.tx, unit.now)).tiers
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: latestId })
    const { inForceOn, version: from } = given
    const next = await nextVersion(unit, { kind: 'tiers', inForceOn, from })
    const { before } = next
    const body = Tiers.safeParse(tiersFrom(given, before))
    if (!body.success) throw amissIn(fieldsAmiss(body.error.issues).map(faultAt))
    const isSame = saysTheSame('tiers', before, body.data)
    const because = [...next.because, ...(isSame ? (['nothing_changed'] as const) : [])]
    if (because.length > 0) return refused(because)

    const { version, inForceFrom, today: approvedOn } = next
    const { decision } = given
    const id = await addVersion(unit, {
      kind: 'tiers',
      version,
      inForceFrom,
      body: body.data,
      decision,
      approvedOn,
    })
    unit.record('standard.published', { type: 'standard', id }, { kind: 'tiers', version })
    return done({ id, version })
  },
})
