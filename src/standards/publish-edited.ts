import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, day, text, ticked, whole as wholeNumber } from '#platform/given.ts'
import { amissIn, obstaclesIn } from './amiss.ts'
import { editableKinds } from './edited.ts'
import { formParts } from './form-parts.ts'
import { nextVersion } from './next-version.ts'
import { mayPublish } from './policy.ts'
import { propose } from './propose.ts'
import { addProposal } from './proposal-store.ts'
import { addVersion } from './publish-store.ts'
import { editedWords, fieldsOfVersion } from './publishing-words.ts'
import { modelInForce } from './store.ts'
import type { Fault } from './typed.ts'

const faultAt = ({ code, path, says }: Fault) => ({ code, says, field: `body.${path}` })

type Published = { id: string; version: number; kind: string }

/**
 * The district words a part of the model anew, puts other numbers to it, and adds or leaves out what is its
 * own to say: questions and their answers, rules, choices, high-need criteria. A version is added and none is
 * edited, so that what was decided keeps the one it was decided by. A flat standard of the model is not
 * loosened here, and what the product works by stays. The crisis standard is proposed, to be signed.
 */
export const publishEdited = act({
  name: 'standards/publish-edited',
  by: ['district_head'],
  given: z.object({
    kind: choice(editableKinds),
    /** The version that was written anew. */
    version: wholeNumber(1, 1_000_000),
    inForceOn: day,
    decision: text(300, 'Say which decision this rests on'),
    body: z.record(z.string(), z.unknown()).default({}),
    /** Every line of the part was on the form: one that did not come with it was emptied. */
    whole: ticked,
    /** What of the part was on the form, where it was not all. */
    list: z.enum(formParts).optional(),
  }),
  refusals: editedWords,
  fields: fieldsOfVersion,
  async do(unit, { kind, version: from, inForceOn, decision, body: given, whole, list }) {
    const { id: inForce } = (await modelInForce(unit.tx, unit.now))[kind]
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: inForce })
    const next = await nextVersion(unit, { kind, inForceOn, from })
    const { before, version, inForceFrom, today: approvedOn } = next
    const { body, changed, faults, ...proposed } = propose(kind, before as never, {
      given,
      whole,
      list,
      version,
    })
    const because = [...next.because, ...proposed.because]
    if (faults.length > 0) throw amissIn(faults.map(faultAt), obstaclesIn(because, editedWords()))
    if (because.length > 0) return refused(because)

    if (kind === 'crisis') {
      const id = addProposal(unit, { version, body, decision })
      unit.record('standard.proposed', { type: 'standard_proposal', id }, { kind, version, changed })
      return done<Published>({ id, version, kind })
    }
    const id = await addVersion(unit, { kind, version, inForceFrom, body, decision, approvedOn })
    unit.record('standard.published', { type: 'standard', id }, { kind, version, changed })
    return done<Published>({ id, version, kind })
  },
})
