import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { addSignature, findProposal, latestProposal } from './proposal-store.ts'
import { signingWords } from './publishing-words.ts'

/**
 * An agency signs a proposed version, word for word [R095]. One that came to work with the district later
 * signs what is in force already.
 */
export const signProposal = act({
  name: 'standards/sign-proposal',
  by: partnerStaff,
  given: z.object({ proposalId: id }),
  refusals: signingWords,
  async do(unit, { proposalId }) {
    const proposal = (await findProposal(unit.tx, proposalId)) ?? notFound()
    const subject = { type: 'standard_proposal', id: proposal.id }
    unit.permit(unit.actor.partnerId !== null, subject)
    if ((await latestProposal(unit.tx))?.id !== proposal.id) return refused(['outdated'])
    if (!(await addSignature(unit, proposal.id))) return refused(['signed_already'])
    unit.record('standard.signed', subject, { kind: 'crisis', version: proposal.version })
    return done({ proposalId })
  },
})
