import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { detailOf, knownByWords, whatOf } from '#crisis/contract.ts'
import {
  Button,
  ErrorSummary,
  Events,
  Field,
  Form,
  inPart,
  kept,
  KeyList,
  Late,
  Page,
  PageHead,
} from '#design/contract.ts'
import { clockWords, Misses } from '#standards/contract.ts'
import { addImprovement } from '../add-improvement.ts'
import { lookReview, type SeenReviewPage } from '../look-review.ts'
import { debriefWords } from '../screen-words.ts'
import { writeReview } from '../write-review.ts'
import { AddImprovement, Improvements } from './improvement-parts.tsx'
import { ReviewForm, WrittenReview } from './review-form.tsx'

const say = debriefWords()
const way = knownByWords()
type Props = { data: SeenReviewPage; view: View }

const whereOf = ({ place, onPremises }: SeenReviewPage): string => {
  const premises = onPremises === null ? [] : [say(onPremises ? 'on_premises' : 'off_premises')]
  return [...(place === null ? [] : [place]), ...premises].join(', ') || say('not_said')
}

const Facts = ({ data }: { data: SeenReviewPage }) => {
  const { review, isLate, calendar, now } = data
  const { headline, detail } = clockWords(calendar, { dueAt: review.dueAt, now })
  const due = `${headline}. ${detail}`
  const owed = [
    { key: say('owed_by'), value: review.ownerName },
    { key: say('due'), value: isLate ? <Late>{due}</Late> : due },
  ]
  const written = review.writtenAt !== null && {
    key: say('written'),
    value: say('written_by', { name: review.writtenByName ?? '', at: momentWords(review.writtenAt, data) }),
  }
  return (
    <KeyList
      items={[
        { key: say('happened_at'), value: whereOf(data) },
        { key: say('known_by'), value: data.knownBy === null ? say('not_said') : way(data.knownBy) },
        ...(written === false ? owed : [written]),
        { key: say('led_by'), value: review.ledByName },
      ]}
    />
  )
}

/** What happened, in its order, as it was written down. */
const Timeline = ({ data }: { data: SeenReviewPage }) => (
  <section class="after flow" aria-labelledby="timeline">
    <h2 id="timeline">{say('timeline')}</h2>
    {data.entries.length === 0 ? (
      <p>{say('no_timeline')}</p>
    ) : (
      <Events
        events={data.entries.map((entry) => ({
          s: 'done' as const,
          at: entry.happenedAt,
          time: momentWords(entry.happenedAt, data),
          what: whatOf(data, entry),
          detail: <bdi>{detailOf(data, entry)}</bdi>,
        }))}
      />
    )}
  </section>
)

const Steps = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="steps">
    <h2 id="steps">{say('steps')}</h2>
    {data.review.writtenAt !== null ? (
      <WrittenReview data={data} />
    ) : data.mayWrite ? (
      <ReviewForm data={data} view={view} />
    ) : (
      <p>{say('you_led')}</p>
    )}
  </section>
)

const Better = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="improve">
    <h2 id="improve">{say('improve')}</h2>
    {data.improvements.length === 0 ? (
      <p>{say(data.review.nothingToImprove ? 'improve_said_nothing' : 'improve_none')}</p>
    ) : (
      <Improvements improvements={data.improvements} today={data.today} />
    )}
    <AddImprovement data={data} view={view} />
  </section>
)

const Change = ({ view }: { view: View }) => {
  const part = 'change'
  return (
    <section class="after flow" aria-labelledby="change">
      <h2 id="change">{say('change')}</h2>
      <Form to="/crisis/change-requests" shell={view.shell} hidden={{ part }} layout="box read flow">
        <Field
          {...kept(inPart(view, part))('words')}
          id="change-words"
          type="textarea"
          label={say('change_what')}
          hint={say('change_hint')}
          maxlength={600}
        />
        <p>
          <Button>{say('change_save')}</Button>
        </p>
      </Form>
    </section>
  )
}

const ReviewPage = (data: SeenReviewPage, view: View) => {
  const { review, startedAt, student } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('one')} crumb={{ href: '/crisis/reviews', label: say('title') }}>
        <p>
          <bdi>{student ?? say('no_name')}</bdi>.{' '}
          {say('of_school', { school: review.schoolName, at: momentWords(startedAt, data) })}{' '}
          <a href={`/crisis/incidents/${review.incidentId}`}>{say('incident')}</a>
        </p>
      </PageHead>
      <Facts data={data} />
      {review.byAnother && review.writtenAt === null && <p class="quiet">{say('another')}</p>}
      <Misses misses={data.misses} calendar={data.calendar} now={data.now} />
      <Timeline data={data} />
      <Steps data={data} view={view} />
      <Better data={data} view={view} />
      <Change view={view} />
    </Page>
  )
}

const then = ({ incidentId }: { incidentId: string }) => `/crisis/incidents/${incidentId}/review`

/** The review of one incident. */
export const reviewScreen = screen({
  address: '/crisis/incidents/:incidentId/review',
  title: say('one'),
  look: lookReview,
  page: ReviewPage,
})
export const reviewResources = [
  resource({
    address: 'POST /crisis/incidents/:incidentId/review',
    act: writeReview,
    stands: reviewScreen,
    then,
  }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/review/improvements',
    act: addImprovement,
    stands: reviewScreen,
    then,
  }),
]
