import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Act, Banner, ErrorSummary, Events, KeyList, Page, PageHead, State } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SupportState } from '../lifecycle.ts'
import { type SupportData, supportPage } from '../support-page.ts'
import { outcomeWords, stateWords } from '../words.ts'
import { ReviewForm } from './review-form.tsx'
import { say } from './screen-words.ts'
import { GiveStrategy, Outside, Strategies } from './strategies.tsx'

const stateSays = stateWords()
const outcomeSays = outcomeWords()
export const marks = {
  planned: 'next',
  active: 'now',
  review_due: 'due',
  met: 'done',
  stepped_up: 'done',
  stepped_down: 'done',
  left: 'end',
} as const satisfies Record<SupportState, string>

const facts = ({
  support,
  student,
  owner,
  clinician,
  tierName,
  entry,
  exit,
  today,
  mayOpenDecision,
}: SupportData) =>
  [
    { key: say('owner'), value: owner },
    { key: say('run_by'), value: say('run_by_whom', { owner, school: student.schoolName ?? '' }) },
    { key: say('starts'), value: dayWords(support.startsOn, today) },
    { key: say('review'), value: dayWords(support.reviewOn, today) },
    { key: say('ends'), value: dayWords(support.plannedEndOn, today) },
    { key: say('clinician'), value: clinician },
    { key: say('tier'), value: tierName },
    { key: say('entry'), value: entry },
    { key: say('exit'), value: exit },
    {
      key: say('decision'),
      value: mayOpenDecision && support.decisionId !== null && (
        <a href={`/decisions/${support.decisionId}`}>{say('see_decision')}</a>
      ),
    },
  ].filter(({ value }) => value !== null && value !== false)

const Reviews = ({ data: { reviews, timeZone, at } }: { data: SupportData }) => (
  <section aria-labelledby="reviews">
    <h2 id="reviews">{say('reviews')}</h2>
    <Events
      events={reviews.map(({ outcome, by, reviewedAt, exit }) => ({
        s: 'done',
        at: reviewedAt,
        time: momentWords(reviewedAt, { timeZone, now: at }),
        what: say('reviewed', { outcome: outcomeSays(outcome), name: by }),
        ...(exit !== null && { detail: exit }),
      }))}
    />
  </section>
)

function SupportPage(data: SupportData, view: View) {
  const { support, student, state, mayRun, highRiskRule, reviews } = data
  const mayStart = mayRun && support.state === 'planned'
  const start = (
    <Act id="start" kind="go" to={`/supports/${support.id}/start`} shell={view.shell}>
      {say('start')}
    </Act>
  )
  const mayReview = mayRun && (support.state === 'active' || support.state === 'review_due')
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('support_of', { name: student.name })}
        crumb={{ href: '/supports', label: say('supports') }}
        {...(mayStart && { aside: start })}
      >
        <p class="quiet">{say('grade_school', { grade: student.grade, school: student.schoolName ?? '' })}</p>
        <p class="lead">{support.focus}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <div class="flow">
        {support.highRiskAt !== null && support.endedAt === null && (
          <Banner kind="slow">{highRiskRule}</Banner>
        )}
        <p>
          <State s={marks[state]}>{stateSays(state)}</State>
        </p>
        <KeyList items={facts(data)} />
        <Outside data={data} />
        {mayReview && <ReviewForm data={data} view={view} />}
        {support.state !== 'planned' && <Strategies data={data} />}
        {mayRun && support.state !== 'planned' && <GiveStrategy data={data} view={view} />}
        {reviews.length > 0 && <Reviews data={data} />}
      </div>
    </Page>
  )
}

export const supportScreen = screen({
  address: '/supports/:supportId',
  title: say('support'),
  look: supportPage,
  page: SupportPage,
})
