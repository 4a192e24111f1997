import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayPublish } from './policy.ts'
import { findProposal, latestProposal, signaturesOf } from './proposal-store.ts'
import { addVersion, latestOf, oneAtATime } from './publish-store.ts'
import { signingWords } from './publishing-words.ts'
import { type LocalApproval, obstaclesToSigned } from './signing-rules.ts'

/** Where nobody could sign: who approved it, on which day, and in which document that stands. */
const ownApproval = ({ approvedBy = '', approvedOn = '', document = '' }: LocalApproval) => ({
  approvedBy,
  approvedOn,
  decision: document,
})

/**
 * A version that every agency signed comes in force, in every school of the district and at once; where no
 * agency works with the district, with its own recorded approval [R095].
 */
export const publishSigned = act({
  name: 'standards/publish-signed',
  by: ['district_head'],
  given: z.object({
    proposalId: id,
    /** Who approved it, when, and the document: where no agency works with the district. */
    approvedBy: optionalText(120),
    approvedOn: day.optional().catch(undefined),
    document: optionalText(300),
  }),
  refusals: signingWords,
  fields: {
    approver_missing: 'approvedBy',
    approval_day_missing: 'approvedOn',
    approval_ahead: 'approvedOn',
    document_missing: 'document',
  },
  async do(unit, { proposalId, ...approval }) {
    const proposal = (await findProposal(unit.tx, proposalId)) ?? notFound()
    unit.permit(mayPublish(unit.actor), { type: 'standard_proposal', id: proposal.id })
    await oneAtATime(unit)
    const { isPublished } = (await findProposal(unit.tx, proposalId)) ?? proposal
    const { version: last } = await latestOf(unit, 'crisis')
    const signers = await signaturesOf(unit, proposalId)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const because = obstaclesToSigned({
      isPublished,
      agencies: signers.length,
      approval,
      today,
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
      ...(signers.length > 0 ? { decision: proposal.decision, approvedOn: today } : ownApproval(approval)),
      proposalId,
    })
    const subject = { type: 'standard', id: standardId }
    unit.record('standard.published', subject, { kind: 'crisis', version: proposal.version, proposalId })
    return done({ proposalId })
  },
})
