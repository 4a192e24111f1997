import { act, done, refused } from '#access/act.ts'
import { amissIn, obstaclesIn } from './amiss.ts'
import { nextVersion } from './next-version.ts'
import { mayPublish } from './policy.ts'
import { addVersion } from './publish-store.ts'
import { fieldsOfVersion, signalsWords } from './publishing-words.ts'
import { saysTheSame } from './same.ts'
import { Signals } from './signals.ts'
import { SignalsGiven, signalsFrom } from './signals-given.ts'
import { modelInForce } from './store.ts'

const faultAt = (field: string) => ({ code: 'not_short', says: signalsWords()('not_short'), field })

/** The lists a schema finds fault with. */
const listsAmiss = (issues: readonly { path: readonly PropertyKey[] }[]) => [
  ...new Set(issues.map(({ path: [list] }) => String(list))),
]

/**
 * The district says anew which signals an agency may send, once the legal office has cleared exactly these
 * [R084]. Who cleared them, when, and the reference stand in the version; a version is never edited.
 */
export const publishSignals = act({
  name: 'standards/publish-signals',
  by: ['district_head'],
  given: SignalsGiven,
  refusals: signalsWords,
  fields: fieldsOfVersion,
  async do(unit, given) {
    const { id: latestId } = (await modelInForce(unit.tx, unit.now)).signals
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: latestId })
    const { inForceOn, version: from } = given
    const next = await nextVersion(unit, { kind: 'signals', inForceOn, from })
    const { before } = next
    const body = Signals.safeParse(signalsFrom(given, before))
    const because = [
      ...next.because,
      ...(given.clearedOn > next.today ? (['cleared_ahead'] as const) : []),
      ...(body.success && saysTheSame('signals', before, body.data) ? (['nothing_changed'] as const) : []),
    ]
    if (!body.success)
      throw amissIn(listsAmiss(body.error.issues).map(faultAt), obstaclesIn(because, signalsWords()))
    if (because.length > 0) return refused(because)

    const { version, inForceFrom, today: approvedOn } = next
    const { decision, clearedOn } = given
    const id = await addVersion(unit, {
      kind: 'signals',
      version,
      inForceFrom,
      body: body.data,
      decision,
      approvedOn,
    })
    unit.record('standard.published', { type: 'standard', id }, { kind: 'signals', version, clearedOn })
    return done({ id, version })
  },
})
