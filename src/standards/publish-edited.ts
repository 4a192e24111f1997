import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, day, text, whole } from '#platform/given.ts'
import { Problem } from '#platform/problem.ts'
import { bodyFrom, editableKinds } from './edited.ts'
import { schemas } from './kinds.ts'
import { loosens } from './loosening.ts'
import { nextVersion } from './next-version.ts'
import { mayPublish } from './policy.ts'
import { addVersion } from './publish-store.ts'
import { editedWords } from './publishing-words.ts'
import { modelInForce } from './store.ts'
import type { TimeStandards } from './time-standards.ts'

/**
 * The district words a part of the model anew, or puts other numbers to it: the checklist and its thresholds,
 * time standards, handoff rules, high-need criteria. A version is added and none is edited, so that what was
 * decided keeps the one it was decided by. A flat standard of the model is not loosened here.
 */
export const publishEdited = act({
  name: 'standards/publish-edited',
  by: ['district_head'],
  given: z.object({
    kind: choice(editableKinds),
    /** The version that was written anew. */
    version: whole(1, 1_000_000),
    inForceOn: day,
    decision: text(300, 'Say which decision this rests on'),
    body: z.record(z.string(), z.unknown()).default({}),
  }),
  refusals: editedWords,
  async do(unit, { kind, version: from, inForceOn, decision, body: given }) {
    const { id: inForce } = (await modelInForce(unit.tx, unit.now))[kind]
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: inForce })
    const next = await nextVersion(unit, kind, inForceOn)
    if (next.latest.version !== from) throw new Problem('changed_meanwhile')
    const { body: before } = (await modelInForce(unit.tx, next.latest.inForceFrom))[kind]
    const { body, changed } = bodyFrom(kind, before as never, given)
    const read = schemas[kind].safeParse(body)
    const because = [
      ...next.because,
      ...(changed.length === 0 ? (['nothing_changed'] as const) : []),
      ...(read.success ? [] : (['not_well_formed'] as const)),
      ...(read.success &&
      kind === 'time_standards' &&
      loosens(before as TimeStandards, read.data as TimeStandards).length > 0
        ? (['loosens_flat'] as const)
        : []),
    ]
    if (because.length > 0 || !read.success) return refused(because)

    const { version, inForceFrom, today: approvedOn } = next
    const id = await addVersion(unit, { kind, version, inForceFrom, body: read.data, decision, approvedOn })
    unit.record('standard.published', { type: 'standard', id }, { kind, version, changed })
    return done({ id, version, kind })
  },
})
