import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Banner, ButtonLink, ErrorSummary, Page, PageHead, Tabs, Tag } from '#design/contract.ts'
import { gateWords } from '#partnership/contract.ts'
import { referralPage, type ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'
import { HandoffEvidence } from './referral-evidence.tsx'
import { StateHighNeed } from './referral-high-need.tsx'
import { Holder } from './referral-holder.tsx'
import { Linked } from './referral-linked.tsx'
import { NextThing } from './referral-next.tsx'
import { Owner } from './referral-owner.tsx'
import { OnRecord } from './referral-record.tsx'
import { Barriers, Consents, PacketLink, Statuses } from './referral-parts.tsx'
import { Thread } from './referral-thread.tsx'
import { VideoFirst } from './referral-video.tsx'
import { Visits } from './referral-visits.tsx'

const say = navigatorScreenWords()

/** Why nothing may be sent to the agency now, with the way to what is missing. */
const ClosedGate = ({ data: { gate, names, referral } }: { data: ReferralData }) =>
  gate.length === 0 || names.partnerShortName === null ? null : (
    <Banner kind="slow">
      <a href={`/partners/${referral.partnerId}`}>
        {say('gate_closed', { partner: names.partnerShortName })}
      </a>{' '}
      {gate.map((code) => gateWords()(code)).join(' ')}
    </Banner>
  )

const News = ({ data }: { data: ReferralData }) => {
  const { names } = data
  const ending =
    names.ending !== null && say.has(`ending.${names.ending}`)
      ? say(`ending.${names.ending}` as 'ending.moved')
      : null
  return (
    <>
      <Linked data={data} />
      <ClosedGate data={data} />
      {names.successorId !== null && names.successorNumber !== null && (
        <Banner>
          <a href={`/referrals/${names.successorId}`}>
            {names.successorPartner === null
              ? say('redirected_open', { number: names.successorNumber })
              : say('redirected_to', { number: names.successorNumber, partner: names.successorPartner })}
          </a>
        </Banner>
      )}
      {ending !== null && names.successorId === null && (
        <Banner>
          {say('ended', {
            ending,
            reason:
              names.endingReason === null
                ? ''
                : (data.words.declineLabels[names.endingReason] ??
                  data.words.barrierLabels[names.endingReason] ??
                  ''),
          })}
        </Banner>
      )}
    </>
  )
}

const tabsOf = (data: ReferralData) => [
  ...(data.full === null
    ? []
    : [
        { href: '#handoff', label: say('tab_handoff') },
        { href: '#consents', label: say('tab_consents'), count: data.full.shelf.length },
        { href: '#visits', label: say('tab_visits'), count: data.full.visits.length },
        { href: '#barriers', label: say('tab_barriers'), count: data.full.barriers.length },
      ]),
  { href: '#statuses', label: say('tab_statuses'), count: data.statuses.length },
  { href: '#record', label: say('tab_record') },
]

/** Who owns it, and what makes the need high: kept here by whoever may. */
const Keeping = ({ data, view }: { data: ReferralData; view: View }) => (
  <>
    <Owner data={data} view={view} />
    <StateHighNeed data={data} view={view} />
    <VideoFirst data={data} view={view} />
  </>
)

const Full = ({ data, view }: { data: ReferralData; view: View }) => {
  const { full } = data
  if (full === null)
    return (
      <>
        <Statuses data={data} />
        <Keeping data={data} view={view} />
      </>
    )
  return (
    <>
      {full.evidence !== null && <HandoffEvidence data={data} evidence={full.evidence} />}
      <div class="split">
        <div>
          <Statuses data={data} />
          <Visits data={data} full={full} />
          <Keeping data={data} view={view} />
        </div>
        <div>
          <Consents data={data} full={full} />
          <PacketLink data={data} full={full} />
          <Barriers data={data} full={full} />
        </div>
      </div>
    </>
  )
}

const About = ({ data }: { data: ReferralData }) => {
  const { referral, names, words } = data
  const at = momentWords(referral.referredAt, data)
  const about = {
    student: names.studentName,
    grade: names.grade,
    school: names.schoolName,
    reason: words.reason,
  }
  const redirects = data.mayRedirect && referral.state !== 'handoff_open'
  return (
    <>
      <p>
        {say('about', about)}{' '}
        {names.deciderName === null
          ? say('decided_nobody', { at })
          : say('decided', { at, name: names.deciderName })}
      </p>
      {referral.endedAt === null && referral.firstSeenAt === null && (
        <p>{say('assessment_due', { day: momentWords(data.sameWeekBy, data) })}</p>
      )}
      <p class="row">
        {referral.highNeed && <Tag kind="high">{say('high_need')}</Tag>}{' '}
        {names.tier !== null && <Tag>{say('tier', { tier: names.tier })}</Tag>}
        {redirects && (
          <ButtonLink href={`/referrals/${referral.id}/redirection`}>{say('redirect')}</ButtonLink>
        )}{' '}
        {data.mayWork && referral.endedAt === null && (
          <ButtonLink href={`/referrals/${referral.id}/ask-lead`}>{say('ask_lead')}</ButtonLink>
        )}
      </p>
    </>
  )
}

function ReferralPage(data: ReferralData, view: View) {
  const { referral, names } = data
  const partner = names.partnerShortName
  return (
    <Page shell={view.shell}>
      <PageHead
        title={partner === null ? say('title_open') : say('title_to', { partner })}
        crumb={{ href: `/students/${referral.studentId}`, label: <bdi>{names.studentName}</bdi> }}
        above={say('number', { number: referral.number })}
        aside={<NextThing data={data} />}
      >
        <About data={data} />
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <News data={data} />
      <Holder data={data} view={view} />
      <Thread data={data} />
      <div class="after">
        <Tabs label={say('links')} tabs={tabsOf(data)} />
      </div>
      <Full data={data} view={view} />
      <OnRecord data={data} />
    </Page>
  )
}

/** One referral at school. */
export const referralScreen = screen({
  address: '/referrals/:referralId',
  title: say('title'),
  look: referralPage,
  page: ReferralPage,
})
