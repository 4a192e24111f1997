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
  Progress,
} from '#design/contract.ts'
import { applyRoster } from '../apply-roster.ts'
import { discardRoster } from '../discard-roster.ts'
import { lookRoster, type RosterData } from '../look-rosters.ts'
import { isRead, isRefusal } from '../roster-import.ts'
import { leavingMany } from '../roster-leaving.ts'
import { stepText } from '../roster-report.ts'
import { rosterScreenWords } from '../roster-screen-words.ts'
import { FindingsSection, ReviewSection } from './roster-findings.tsx'
import { RosterCountsSection } from './roster-counts.tsx'
import { RosterStateMark } from './rosters.tsx'

const say = rosterScreenWords()

const Working = (data: RosterData) => (
  <section class="flow">
    <Progress
      id="progress"
      label={say('working')}
      done={data.progress?.done ?? 0}
      total={data.progress?.total ?? 0}
      says={`${stepText(data.progress)} ${say('may_leave')}`}
    />
    <p>
      <ButtonLink href={`/roster/imports/${data.id}`}>{say('look_again')}</ButtonLink>
    </p>
  </section>
)

/** Where so many would leave that somebody has to say their number. */
const Ending = ({ data: { summary }, view }: { data: RosterData; view: View }) => {
  const leaving = isRead(summary) ? leavingMany(summary) : undefined
  if (leaving === undefined) return null
  return (
    <>
      <Banner kind="bad">
        <b>{say('ending_many', leaving)}</b>
      </Banner>
      <Field
        {...kept(view)('ending')}
        label={say('ending')}
        hint={say('ending_hint')}
        inputmode="numeric"
        width="short"
      />
    </>
  )
}

const Decision = ({ data, view }: { data: RosterData; view: View }) => (
  <div class="row">
    <Form to={`/roster/imports/${data.id}/application`} shell={view.shell} layout="flow">
      <Ending data={data} view={view} />
      <Button kind="go">{say('apply')}</Button>
    </Form>
    <Form to={`/roster/imports/${data.id}/discard`} shell={view.shell}>
      <Button kind="danger">{say('discard')}</Button>
    </Form>
  </div>
)

const Found = (data: RosterData) => (
  <>
    {isRefusal(data.summary) && (
      <Banner kind="bad">
        <b>{say('refused')}</b> {data.summary.refusal.says}
      </Banner>
    )}
    {isRead(data.summary) && (
      <>
        <RosterCountsSection summary={data.summary} applied={data.state === 'applied'} />
        <ReviewSection review={data.review} total={data.summary.nearDuplicates.total} />
        <FindingsSection summary={data.summary} />
      </>
    )}
  </>
)

const RosterPage = (data: RosterData, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={data.fileName} crumb={{ href: '/roster', label: say('back') }}>
      <p>
        <RosterStateMark state={data.state} />
      </p>
      <p class="hint">
        {data.format === '' ? '' : `${data.format}. `}
        {say('came_in', { at: data.cameIn })}.{' '}
        {data.applied !== null && `${say('applied_at', { at: data.applied })}.`}
      </p>
    </PageHead>
    <div class="flow">
      {data.appliedBefore !== null && data.state === 'previewed' && (
        <Banner>{say('applied_before', { at: data.appliedBefore })}</Banner>
      )}
      {(data.state === 'reading' || data.state === 'applying') && <Working {...data} />}
      {data.state === 'previewed' && <Decision data={data} view={view} />}
      <Found {...data} />
    </div>
  </Page>
)

export const rosterScreen = screen({
  address: '/roster/imports/:importId',
  title: say('import'),
  look: lookRoster,
  page: RosterPage,
})

const then = ({ importId }: { importId: string }) => `/roster/imports/${importId}`

export const applicationResource = resource({
  address: 'POST /roster/imports/:importId/application',
  act: applyRoster,
  stands: rosterScreen,
  then,
})

export const discardResource = resource({
  address: 'POST /roster/imports/:importId/discard',
  act: discardRoster,
  stands: rosterScreen,
  then,
})
