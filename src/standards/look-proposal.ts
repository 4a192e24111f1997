import { z } from 'zod'
import { look } from '#access/look.ts'
import { partnerStaff, schoolStaff, sideOf } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayPublish } from './policy.ts'
import { findProposal, latestProposal, signaturesOf } from './proposal-store.ts'
import { obstaclesToSigned } from './signing-rules.ts'

/** What the form asks of the district itself counts as said while the page shows what else is missing. */
const nobodyAsked = { agencies: 1, approval: {}, today: '' }

/** A version that waits for signatures, or was signed: what it says, and who signed it [R095]. */
export const lookProposal = look({
  name: 'standards/proposal',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({ proposalId: id }),
  shows: 'no student',
  async see(view, { proposalId }) {
    const { tx, actor, now } = view
    const proposal = (await findProposal(tx, proposalId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(tx)
    const signatures = await signaturesOf(view, proposalId)
    const isOutdated = (await latestProposal(tx))?.id !== proposal.id
    const own = signatures.find(({ partnerId }) => partnerId === actor.partnerId)
    const isPartner = sideOf(actor.role) === 'partner'
    const unsigned = signatures.filter(({ signedAt }) => signedAt === null).length
    return {
      proposal,
      isOutdated,
      proposedOn: dayOf(calendar, proposal.proposedAt),
      signatures: signatures.map(({ signedAt, ...rest }) => ({
        ...rest,
        signedOn: signedAt && dayOf(calendar, signedAt),
      })),
      maySign: isPartner && !isOutdated && own !== undefined && own.signedAt === null,
      publishing:
        actor.role === 'district_head' && mayPublish(actor) && !proposal.isPublished
          ? {
              // Who approved it is asked in the form itself, where no agency signs.
              asksApproval: signatures.length === 0,
              because: obstaclesToSigned({ isOutdated, isPublished: false, unsigned, ...nobodyAsked }),
            }
          : undefined,
      today: dayOf(calendar, now),
    }
  },
})
export type SeenProposal = Awaited<ReturnType<typeof lookProposal.see>>
