import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { detailOf, followings, steps, whatOf } from '#crisis/contract.ts'
import { followingWords, stepNames } from '#debriefs/contract.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Events,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { lookCase, type SeenCase } from '../look-case.ts'
import { reviewCase } from '../review-case.ts'
import { sampleWords } from '../screen-words.ts'

const say = sampleWords()
const name = stepNames()
const following = followingWords()
type Props = { data: SeenCase; view: View }

/** Each step, first as the record says it went, and why where it is found otherwise. */
const ReviewForm = ({ data, view }: Props) => {
  const field = kept(view, Object.fromEntries(steps.map((each) => [`marks.${each}`, data.recorded[each]])))
  return (
    <Form to={`/case-samples/cases/${data.sampled.id}/review`} shell={view.shell} layout="box flow">
      <p class="hint">{say('review_note')}</p>
      {steps.map((each) => {
        const { value, ...given } = field(`marks.${each}`)
        return (
          <Choices
            {...given}
            inline
            legend={name(each)}
            hint={say('as_recorded', { how: following(data.recorded[each]) })}
            chosen={value ?? ''}
            options={followings.map((one) => ({ value: one, label: following(one) }))}
          />
        )
      })}
      <Field
        {...field('reason')}
        type="textarea"
        optional
        label={say('reason')}
        hint={say('reason_hint')}
        maxlength={1000}
      />
      <p>
        <Button kind="go">{say('review_do')}</Button>
      </p>
    </Form>
  )
}

/** What was found, beside what the record said then. */
const Reviewed = ({ data: { sampled, recorded } }: { data: SeenCase }) => (
  <div class="flow">
    <p>{say('done_by', { name: sampled.reviewedByName ?? '' })}</p>
    <Table
      caption={<span class="vh">{say('steps')}</span>}
      rows={steps}
      columns={[
        { head: say('step'), cell: (step) => name(step) },
        {
          head: say('stands'),
          cell: (step) => {
            const found = sampled.marks?.[step] ?? recorded[step]
            const said = following(recorded[step])
            return found === recorded[step]
              ? said
              : `${following(found)}. ${say('as_recorded', { how: said })}`
          },
        },
      ]}
    />
    {sampled.reason !== null && <p>{say('because', { reason: sampled.reason })}</p>}
  </div>
)

const CasePage = (data: SeenCase, view: View) => {
  const { sampled, student, startedAt } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={student ?? say('review')}
        crumb={{ href: `/case-samples/${sampled.sampleId}`, label: say('one') }}
      >
        <p>{say('of_school', { school: sampled.schoolName, at: momentWords(startedAt, data) })}</p>
      </PageHead>
      <section class="flow" aria-labelledby="steps">
        <h2 id="steps">{say('steps')}</h2>
        {sampled.reviewedAt !== null && <Reviewed data={data} />}
        {data.mayReview && <ReviewForm data={data} view={view} />}
        {data.tookPart && sampled.reviewedAt === null && <p>{say('took_part')}</p>}
      </section>
      <section class="after flow" aria-labelledby="timeline">
        <h2 id="timeline">{say('timeline')}</h2>
        <Events
          events={data.entries.map((entry) => ({
            s: 'done' as const,
            at: entry.happenedAt,
            time: momentWords(entry.happenedAt, data),
            what: whatOf(data, entry),
            detail: <bdi>{detailOf(data, entry)}</bdi>,
          }))}
        />
      </section>
    </Page>
  )
}

/** A sampled incident, and its review. */
export const caseScreen = screen({
  address: '/case-samples/cases/:caseId',
  title: say('review'),
  look: lookCase,
  page: CasePage,
})
export const caseResource = resource({
  address: 'POST /case-samples/cases/:caseId/review',
  act: reviewCase,
  stands: caseScreen,
  then: ({ sampleId }) => `/case-samples/${sampleId}`,
})
