import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Page,
  PageHead,
} from '#design/contract.ts'
import { findings } from '../exception.ts'
import { lookException, type SeenOne } from '../look-exceptions.ts'
import { reviewException } from '../review-exception.ts'
import {
  basisWords,
  channelWords,
  exceptionWords,
  familyReaderWords,
  findingWords,
  itemWords,
  officeWords,
} from '../screen-words.ts'
import { reviewingObstacleWords } from '../words.ts'
import { ReviewLine } from './exceptions.tsx'

const say = exceptionWords()
const ground = basisWords()
const item = itemWords()
const office = officeWords()
const channel = channelWords()
const reads = familyReaderWords()
const finding = findingWords()
const because = reviewingObstacleWords()

function Facts({ data }: { data: SeenOne }) {
  const { exception: told } = data
  const items = [
    { key: say('ground'), value: ground(told.basis) },
    ...(told.basis === 'mandated_report'
      ? []
      : [{ key: say('threat_was'), value: told.threat ?? say('threat_owed') }]),
    ...(told.incidentId === null ? [] : [{ key: say('told_in'), value: say('in_a_crisis') }]),
    ...(told.reportedInId === null ? [] : [{ key: say('told_in'), value: say('during_a_crisis') }]),
    {
      key: say('told_to'),
      value: `${office(told.recipientKind)}: ${say('office_line', { name: told.recipientName, office: told.recipientOffice })}`,
    },
    { key: say('way'), value: channel(told.channel) },
    { key: say('items_were'), value: told.items.map((each) => item(each)).join('; ') },
    { key: say('when'), value: momentWords(told.disclosedAt, data) },
    { key: say('told_by'), value: <bdi>{told.disclosedByName}</bdi> },
    { key: say('written'), value: momentWords(told.recordedAt, data) },
    ...(told.reportReference === null ? [] : [{ key: say('reference_was'), value: told.reportReference }]),
    { key: say('family_reads'), value: reads(told.familySees) },
  ]
  return <KeyList items={items} />
}

const Review = ({ data, view }: { data: SeenOne; view: View }) => {
  const field = kept(view)
  const { value, ...choice } = field('finding')
  return (
    <Form to={`/exceptions/${data.exception.id}/review`} shell={view.shell} layout="box read flow">
      <Choices
        {...choice}
        legend={say('finding')}
        options={findings.map((each) => ({ value: each, label: finding(each) }))}
        {...(value !== undefined && { chosen: value })}
      />
      <Field
        {...field('note')}
        type="textarea"
        label={say('note')}
        hint={say('note_hint')}
        maxlength={2000}
        optional
      />
      <Button kind="go">{say('review_save')}</Button>
    </Form>
  )
}

function ReviewPart({ data, view }: { data: SeenOne; view: View }) {
  const { exception, review } = data
  if (exception.reviewedAt === null && review !== undefined && review.because.length === 0)
    return <Review data={data} view={view} />
  return (
    <>
      <p>
        <ReviewLine row={exception} reading={data} />
      </p>
      {exception.note !== null && <p>{exception.note}</p>}
      {exception.reviewedAt === null && review?.because.map((code) => <p class="quiet">{because(code)}</p>)}
    </>
  )
}

const ExceptionPage = (data: SeenOne, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_of', { name: data.exception.studentName })}
      crumb={{ href: '/exceptions', label: say('title') }}
    >
      {data.exception.basis === 'mandated_report' && <p>{say('restricted')}</p>}
    </PageHead>
    <Facts data={data} />
    <section class="after flow" aria-labelledby="review">
      <h2 id="review">{say('review_title')}</h2>
      <ReviewPart data={data} view={view} />
    </section>
  </Page>
)

/** One telling without consent, with its review. */
export const exceptionScreen = screen({
  address: '/exceptions/:exceptionId',
  title: say('one'),
  look: lookException,
  page: ExceptionPage,
})
export const reviewResource = resource({
  address: 'POST /exceptions/:exceptionId/review',
  act: reviewException,
  stands: exceptionScreen,
  then: ({ exceptionId }) => `/exceptions/${exceptionId}`,
})
