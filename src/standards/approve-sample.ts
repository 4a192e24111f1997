import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, text, whole } from '#platform/given.ts'
import { Problem } from '#platform/problem.ts'
import { type Kind, kinds } from './kinds.ts'
import { mayPublish } from './policy.ts'
import { addVersion, latestOf, oneAtATime } from './publish-store.ts'
import { addProposal } from './proposal-store.ts'
import { approvingWords } from './publishing-words.ts'
import { modelInForce } from './store.ts'

/**
 * The district takes a shipped sample as its own: the same words as a version of the district, in force from
 * now, with the decision it rests on, who recorded it and when. Live schools may use it from then on [R095].
 */
export const approveSample = act({
  name: 'standards/approve-sample',
  by: ['district_head'],
  given: z.object({
    kind: choice(kinds as [Kind, ...Kind[]]),
    /** The version that was read. */
    version: whole(1, 1_000_000),
    decision: text(300, 'Say which decision this rests on'),
  }),
  refusals: approvingWords,
  async do(unit, { kind, version: from, decision }) {
    const { id: inForce } = (await modelInForce(unit.tx, unit.now))[kind]
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: inForce })
    await oneAtATime(unit)
    const standard = (await modelInForce(unit.tx, unit.now))[kind]
    if (standard.version !== from) throw new Problem('changed_meanwhile')
    const latest = await latestOf(unit, kind)
    const because = [
      ...(standard.sample && standard.approval === undefined ? [] : (['no_sample'] as const)),
      ...(latest.inForceFrom > unit.now ? (['another_waits'] as const) : []),
    ]
    if (because.length > 0) return refused(because)

    const version = latest.version + 1
    const approvedOn = dayOf(await calendarOf(unit.tx), unit.now)
    // The approval of the crisis standard is the signature of every agency, and nothing short of it.
    const isSigned = kind === 'crisis'
    const id = isSigned
      ? addProposal(unit, { version, body: standard.body, decision })
      : await addVersion(unit, {
          kind,
          version,
          inForceFrom: unit.now,
          body: standard.body,
          decision,
          approvedOn,
        })
    const subject = { type: isSigned ? 'standard_proposal' : 'standard', id }
    const detail = { kind, version, sample_id: standard.id }
    unit.record(isSigned ? 'standard.proposed' : 'standard.approved', subject, detail)
    return done({ id, kind, version })
  },
})
