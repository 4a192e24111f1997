import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { nameableForTriage } from '#access/roles.ts'
import { choice, choices, day, text, whole } from '#platform/given.ts'
import { nextVersion } from './next-version.ts'
import { mayPublish } from './policy.ts'
import { addVersion } from './publish-store.ts'
import { fieldsOfVersion, triageStaffWords } from './publishing-words.ts'
import { saysTheSame } from './same.ts'
import { modelInForce } from './store.ts'
import { othersNamed, withOthers } from './triage-staff.ts'

/** The district names who decides in triage beside school mental-health staff, in every school [R018]. */
export const publishTriageStaff = act({
  name: 'standards/publish-triage-staff',
  by: ['district_head'],
  given: z.object({
    /** The version that was written anew. */
    version: whole(1, 1_000_000),
    inForceOn: day,
    decision: text(300, 'Say which decision this rests on'),
    named: choices(choice(nameableForTriage)),
  }),
  refusals: triageStaffWords,
  fields: fieldsOfVersion,
  async do(unit, { version: from, inForceOn, decision, named }) {
    const { id: inForce } = (await modelInForce(unit.tx, unit.now)).triage_staff
    unit.permit(mayPublish(unit.actor), { type: 'standard', id: inForce })
    const kind = 'triage_staff' as const
    const next = await nextVersion(unit, { kind, inForceOn, from })
    const body = withOthers(named)
    const others = othersNamed(body)
    const because = [
      ...next.because,
      ...(saysTheSame(kind, next.before, body) ? (['nothing_changed'] as const) : []),
    ]
    if (because.length > 0) return refused(because)

    const { version, inForceFrom, today: approvedOn } = next
    const id = await addVersion(unit, { kind, version, inForceFrom, body, decision, approvedOn })
    unit.record('standard.published', { type: 'standard', id }, { kind, version, others })
    return done({ id, version })
  },
})
