import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { purposes } from '#access/minimum-necessary.ts'
import { isWider, rolesInMatrix, withCell } from '#access/minimum-necessary-version.ts'
import { dataClasses } from '#database/classes.ts'
import { choice, choices, day, text, whole } from '#platform/given.ts'
import { nextVersion } from './next-version.ts'
import { mayPublish } from './policy.ts'
import { addVersion } from './publish-store.ts'
import { fieldsOfVersion, minimumNecessaryWords } from './publishing-words.ts'
import { saysTheSame } from './same.ts'
import { modelInForce } from './store.ts'

/**
 * The district says anew for which purposes one role may know one class of data [R132]. It narrows what
 * ships, or takes that back; it never widens it.
 */
export const publishMinimumNecessary = act({
  name: 'standards/publish-minimum-necessary',
  by: ['district_head'],
  given: z.object({
    /** The version that was written anew. */
    version: whole(1, 1_000_000),
    inForceOn: day,
    decision: text(300, 'Say which decision this rests on'),
    role: choice(rolesInMatrix),
    dataClass: choice(dataClasses),
    for: choices(choice(purposes)),
    because: text(200, 'Say why, in a sentence'),
  }),
  refusals: minimumNecessaryWords,
  fields: { ...fieldsOfVersion, wider: 'for' },
  async do(unit, { version: from, inForceOn, decision, role, dataClass, ...cell }) {
    const { id: inForce } = (await modelInForce(unit.tx, unit.now)).minimum_necessary
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: inForce })
    const kind = 'minimum_necessary' as const
    const next = await nextVersion(unit, { kind, inForceOn, from })
    const body = withCell(next.before, { role, dataClass }, cell)
    const because = [
      ...next.because,
      ...(isWider({ role, dataClass }, cell) ? (['wider'] as const) : []),
      ...(saysTheSame(kind, next.before, body) ? (['nothing_changed'] as const) : []),
    ]
    if (because.length > 0) return refused(because)

    const { version, inForceFrom, today: approvedOn } = next
    const id = await addVersion(unit, { kind, version, inForceFrom, body, decision, approvedOn })
    const changed = { kind, version, role, dataClass, for: cell.for }
    unit.record('standard.published', { type: 'standard', id }, changed)
    return done({ id, version })
  },
})
