import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { addDisclosure } from '#consent/contract.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { clinicianBases } from './entry.ts'
import { subjectOf } from './incident.ts'
import { itemsOf, told } from './outside.ts'
import { type Treating, treatingOf } from './treating.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** Writes into the ledger that the agency was told, on the consent that lets it cross. */
function crossOnConsent(unit: Unit, studentId: string, { crossing, referralId, partnerId }: Treating): void {
  if (!crossing.allowed) throw new Error('Nothing may be told without consent')
  const { consentId, items } = crossing
  const about = { studentId, referralId, partnerId, consentId }
  addDisclosure(unit, { ...about, direction: 'to_partner', items, purpose: 'continuity_of_care' })
  unit.record('crisis.agency_told', { type: 'referral', id: referralId, studentId }, { items })
}

/**
 * The clinician who treats the student was told, and on which ground; or nobody is known to treat them. On
 * consent it is what the family's yes lets cross at this moment, and no more. Without one it is an exception:
 * the items that were told, and somebody else looks at it. Either stands in the ledger at once [R112].
 */
export const tellClinician = act({
  name: 'crisis/tell-clinician',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    basis: choice(clinicianBases, 'Say on which ground'),
    who: optionalText(120),
    ...told,
    ...happened,
  }),
  refusals: stepWords,
  fields: { no_consent: 'basis' },
  async do(unit, { incidentId, basis, who, items, itemsAsked, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const { studentId } = held.incident
    const treating = await treatingOf(unit, studentId)
    const consented = basis === 'consent' && treating?.crossing.allowed === true ? treating : undefined
    if (basis === 'consent' && (consented === undefined || studentId === null)) return refused(['no_consent'])
    const said = { kind: 'clinician_told', what: basis } as const
    const crossed = consented?.crossing.allowed ? consented.crossing.items : undefined
    const draft = { ...said, words: who || null, items: crossed ?? itemsOf(said, { items, itemsAsked }) }
    const entry = await writeEntry(unit, { held, said: { draft, agency: treating }, when })
    if (typeof entry !== 'string') return entry
    if (consented !== undefined && studentId !== null) crossOnConsent(unit, studentId, consented)
    unit.record('crisis.clinician_told', subjectOf(held.incident), { basis })
    return done({ incidentId })
  },
})
