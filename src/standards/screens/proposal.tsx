import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Banner,
  Button,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookProposal, type SeenProposal } from '../look-proposal.ts'
import { publishSigned } from '../publish-signed.ts'
import { signingWords } from '../publishing-words.ts'
import { screenWords } from '../screen-words.ts'
import { signProposal } from '../sign-proposal.ts'
import { CrisisBody } from './crisis-body.tsx'

const say = screenWords()
const because = signingWords()

export const Signatures = ({ signatures, today }: Pick<SeenProposal, 'signatures' | 'today'>) => (
  <Table
    caption={<span class="vh">{say('signatures')}</span>}
    rows={signatures}
    columns={[
      { head: say('head_agency'), cell: ({ partnerName }) => partnerName },
      {
        head: say('head_signed'),
        cell: ({ signedBy, signedOn }) =>
          signedBy === null || signedOn === null
            ? say('not_signed')
            : say('signed_on', { name: signedBy, day: dayWords(signedOn, today) }),
      },
    ]}
  />
)

const Sign = ({ id, view }: { id: string; view: View }) => (
  <section class="box flow" aria-labelledby="sign">
    <h2 id="sign">{say('sign')}</h2>
    <p>{say('sign_lead')}</p>
    <Act id="sign-it" kind="go" to={`/standards/crisis/proposals/${id}/signature`} shell={view.shell}>
      {say('sign')}
    </Act>
  </section>
)

/** The approval of the district itself, where no agency could sign. */
const Approve = ({ id, view }: { id: string; view: View }) => {
  const field = kept(view)
  return (
    <section class="box flow" aria-labelledby="approve">
      <h2 id="approve">{say('no_agency')}</h2>
      <p>{say('no_agency_how')}</p>
      <Form to={`/standards/crisis/proposals/${id}/publication`} shell={view.shell} layout="flow read">
        <Field
          {...field('approvedBy')}
          label={say('approved_by')}
          hint={say('approved_by_hint')}
          maxlength={120}
        />
        <Field {...field('approvedOn')} type="date" width="mid" label={say('approved_on')} />
        <Field {...field('document')} label={say('approval_document')} maxlength={300} />
        <p>
          <Button kind="go">{say('put_in_force')}</Button>
        </p>
      </Form>
    </section>
  )
}

const ProposalPage = (data: SeenProposal, view: View) => {
  const { proposal, today, publishing } = data
  const { id, version, decision, proposedBy } = proposal
  const by = { name: proposedBy, day: dayWords(data.proposedOn, today), decision }
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('proposal', { version })}
        crumb={{ href: '/standards/crisis', label: say('standards') }}
      >
        <p>{say('proposal_by', by)}</p>
      </PageHead>
      <div class="flow">
        {proposal.isPublished && <Banner>{say('proposal_published')}</Banner>}
        {data.isOutdated && <Banner kind="slow">{say('proposal_outdated')}</Banner>}
        {data.maySign && <Sign id={id} view={view} />}
        {publishing?.asksApproval && publishing.because.length === 0 && <Approve id={id} view={view} />}
        {publishing !== undefined && !(publishing.asksApproval && publishing.because.length === 0) && (
          <Act
            id="publish"
            kind="go"
            to={`/standards/crisis/proposals/${id}/publication`}
            shell={view.shell}
            reasons={publishing.because.map((code) => ({ met: false, says: because(code) }))}
          >
            {say('put_in_force')}
          </Act>
        )}
        <section class="flow" aria-labelledby="signatures">
          <h2 id="signatures">{say('signatures')}</h2>
          {data.signatures.length === 0 ? <p>{say('no_agency')}</p> : <Signatures {...data} />}
        </section>
        <CrisisBody body={proposal.body} />
      </div>
    </Page>
  )
}

export const proposalScreen = screen({
  address: '/standards/crisis/proposals/:proposalId',
  title: say('signatures'),
  look: lookProposal,
  page: ProposalPage,
})

const then = ({ proposalId }: { proposalId: string }) => `/standards/crisis/proposals/${proposalId}`

export const signatureResource = resource({
  address: 'POST /standards/crisis/proposals/:proposalId/signature',
  act: signProposal,
  stands: proposalScreen,
  then,
})
export const publicationResource = resource({
  address: 'POST /standards/crisis/proposals/:proposalId/publication',
  act: publishSigned,
  stands: proposalScreen,
  then,
})
