import type { Role } from '#access/roles.ts'
import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Banner,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import type { VNode } from 'preact'
import { dayWords } from '#district/contract.ts'
import { approveSample } from '../approve-sample.ts'
import type { Bodies } from '../kinds.ts'
import { lookStandard } from '../look-standards.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'
import { bodies } from './bodies.tsx'
import { Signatures } from './proposal.tsx'

const say = screenWords()
const said = standardsWords()

type Data = Awaited<ReturnType<typeof lookStandard.see>>

/** What the part says, by the one reader of its kind. */
const bodyOf = ({ standard: { kind, body }, clocks, reader }: Data): VNode =>
  (bodies[kind] as (body: unknown, limits: Bodies['time_standards'], reader: Role) => VNode)(
    body,
    clocks,
    reader,
  )

const Versions = ({ versions, today }: Data) => (
  <section class="flow" aria-labelledby="versions">
    <h2 id="versions">{say('versions')}</h2>
    <Table
      caption={say('versions_caption')}
      rows={versions}
      columns={[
        { head: say('head_version'), cell: ({ version }) => say('version', { version }) },
        { head: say('head_since'), cell: ({ inForceOn }) => dayWords(inForceOn, today) },
        { head: say('head_decision'), cell: ({ decision }) => decision },
        {
          head: say('head_state'),
          cell: ({ sample, approvedBy, approvedOn }) =>
            approvedBy !== null && approvedOn !== null
              ? say('approved', { name: approvedBy, day: dayWords(approvedOn, today) })
              : sample
                ? said('sample')
                : say('not_sample'),
        },
      ]}
    />
  </section>
)

const Approve = ({ of, view }: { of: Data['standard']; view: View }) => (
  <Form
    to={`/standards/${of.kind}/approval`}
    shell={view.shell}
    layout="box flow"
    hidden={{ version: of.version }}
  >
    <h2>{say(of.kind === 'crisis' ? 'propose_sample' : 'approve')}</h2>
    <p>{say(of.kind === 'crisis' ? 'propose_hint' : 'approve_lead')}</p>
    <Field
      {...kept(view)('decision')}
      label={say('head_decision')}
      hint={say('decision_hint')}
      maxlength={300}
    />
    <p>
      <Button kind="go">{say(of.kind === 'crisis' ? 'propose_sample' : 'approve')}</Button>
    </p>
  </Form>
)

type SigningProps = { signing: NonNullable<Data['signing']>; today: string }

/** Who signed what is in force, and what waits to be signed. An agency reads its own line. */
const Signing = ({ signing: { signatures, inForceId, waiting, isOwn }, today }: SigningProps) => (
  <section class="flow" aria-labelledby="signing">
    {waiting !== undefined && (
      <Banner>
        {say(isOwn ? 'proposal_own' : 'proposal_waits', waiting)}{' '}
        <a href={`/standards/crisis/proposals/${waiting.id}`}>{say('proposal_open')}</a>
      </Banner>
    )}
    <h2 id="signing">{say('signatures_of')}</h2>
    {inForceId === null ? (
      <p>{say('no_signature')}</p>
    ) : signatures.length === 0 ? (
      <p>{say('nobody_signs')}</p>
    ) : (
      <Signatures signatures={signatures} today={today} />
    )}
  </section>
)

const StandardPage = (data: Data, view: View) => {
  const { standard, today } = data
  const { version, inForceOn, sample, approval } = standard
  const decision = data.versions.find((each) => each.version === version)?.decision ?? ''
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={said(`kind_${standard.kind}`)} crumb={{ href: '/standards', label: say('standards') }}>
        <p>{say('since', { version, day: dayWords(inForceOn, today), decision })}</p>
      </PageHead>
      <div class="flow">
        {sample && approval === undefined && (
          <Banner kind="slow">
            {say('sample_banner')} {view.shell.demo && say('sample_in_demo')}
          </Banner>
        )}
        {data.overdue.length > 0 && (
          <Banner kind="slow">
            {data.overdue.map(({ title, reviewOn }) => (
              <p>{say('policy_overdue', { title, day: dayWords(reviewOn, today) })}</p>
            ))}
          </Banner>
        )}
        {data.mayApprove && <Approve of={standard} view={view} />}
        {data.mayEdit && (
          <p>
            <ButtonLink href={`/standards/${standard.kind}/new`}>{say('edit_tiers')}</ButtonLink>
          </p>
        )}
        {data.signing && <Signing signing={data.signing} today={today} />}
        {bodyOf(data)}
        <Versions {...data} />
      </div>
    </Page>
  )
}

export const standardScreen = screen({
  address: '/standards/:kind',
  title: say('standards'),
  look: lookStandard,
  page: StandardPage,
})

export const approvalResource = resource({
  address: 'POST /standards/:kind/approval',
  act: approveSample,
  stands: standardScreen,
  then: ({ kind }) => `/standards/${kind}`,
})
