import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayPublish } from './policy.ts'
import { findProposal, latestProposal, signaturesOf } from './proposal-store.ts'
import { addVersion, latestOf, oneAtATime } from './publish-store.ts'
import { signingWords } from './publishing-words.ts'
import { obstaclesToSigned } from './signing-rules.ts'

/** A version that every agency signed comes in force, in every school of the district and at once [R095]. */
export const publishSigned = act({
  name: 'standards/publish-signed',
  by: ['district_head'],
  given: z.object({ proposalId: id }),
  refusals: signingWords,
  async do(unit, { proposalId }) {
    const proposal = (await findProposal(unit.tx, proposalId)) ?? notFound()
    unit.permit(mayPublish(unit.actor), { type: 'standard_proposal', id: proposal.id })
    await oneAtATime(unit)
    const { isPublished } = (await findProposal(unit.tx, proposalId)) ?? proposal
    const { version: last } = await latestOf(unit, 'crisis')
    const signers = await signaturesOf(unit, proposalId)
    const because = obstaclesToSigned({
      isPublished,
      isOutdated:
        (await latestProposal(unit.tx))?.id !== proposal.id ||
        (!isPublished && proposal.version !== last + 1),
      unsigned: signers.filter(({ signedAt }) => signedAt === null).length,
    })
    if (because.length > 0) return refused(because)
    const standardId = await addVersion(unit, {
      kind: 'crisis',
      version: proposal.version,
      inForceFrom: unit.now,
      body: proposal.body,
      decision: proposal.decision,
      approvedOn: dayOf(await calendarOf(unit.tx), unit.now),
      proposalId,
    })
    const subject = { type: 'standard', id: standardId }
    unit.record('standard.published', subject, { kind: 'crisis', version: proposal.version, proposalId })
    return done({ proposalId })
  },
})
