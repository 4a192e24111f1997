import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Page,
  PageHead,
  Pager,
} from '#design/contract.ts'
import { MeasureCharts } from '#supports/contract.ts'
import { lookLine, type SeenReviewLine } from '../look-line.ts'
import { markLine } from '../mark-line.ts'
import { decisions, deferrals, isOfCare, outcomes, taskKinds } from '../review.ts'
import { decisionWords, deferralWords, outcomeWords, reviewWords, taskWords } from '../screen-words.ts'
import { caseWords } from '../case-words.ts'
import { CaseQuestions, CaseStands } from './case-parts.tsx'
import { givenTo } from './given-to.tsx'
import { Marks, Said, Stands, Waits } from './line-parts.tsx'

const say = reviewWords()
const sayCase = caseWords()
const outcome = outcomeWords()
const decision = decisionWords()
const deferral = deferralWords()
const task = taskWords()
type Props = { data: SeenReviewLine; view: View }

const open = { value: '', label: say('choose') }
const lineAt = ({ review }: SeenReviewLine, referralId: string | undefined) =>
  referralId === undefined ? undefined : `/reviews/${review.id}/lines/${referralId}`

const Facts = ({ data }: { data: SeenReviewLine }) => {
  const { line } = data
  return (
    <KeyList
      items={[
        { key: say('stands_at'), value: <Stands line={line} /> },
        { key: say('waits'), value: <Waits line={line} around={data} /> },
        { key: say('agency'), value: line.partnerName ?? say('no_agency') },
        { key: say('navigator'), value: line.navigatorName },
        ...(line.markedAt === null ? [] : [{ key: say('said'), value: <Said line={line} around={data} /> }]),
        ...givenTo(data),
      ]}
    />
  )
}

/** What a task needs: what, who, by when. */
const Task = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <>
      <Field
        {...field('what')}
        type="select"
        label={say('task')}
        options={[open, ...taskKinds.map((each) => ({ value: each, label: task(each) }))]}
      />
      <Field
        {...field('ownerId')}
        type="select"
        label={say('owner')}
        options={[open, ...data.owners.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Field {...field('dueOn')} type="date" width="short" label={say('due')} />
    </>
  )
}

const Decided = ({ data, view }: Props) => {
  const { value, ...field } = kept(view)('decision')
  return (
    <Choices
      {...field}
      legend={say('decision')}
      chosen={value ?? 'goes_on'}
      options={decisions.map((each) => ({
        value: each,
        label: decision(each),
        ...(each === 'task' && { reveal: <Task data={data} view={view} /> }),
      }))}
    />
  )
}

const PutOff = ({ view }: { view: View }) => {
  const { value, ...field } = kept(view)('deferredBecause')
  return (
    <Choices
      {...field}
      legend={say('because')}
      chosen={value ?? ''}
      options={deferrals.map((each) => ({ value: each, label: deferral(each) }))}
    />
  )
}

const Reviewed = ({ data, view }: Props) => (
  <>
    {isOfCare(data.review) && <CaseQuestions view={view} />}
    <Decided data={data} view={view} />
  </>
)

const Saying = ({ data, view }: Props) => {
  const { value, ...field } = kept(view)('outcome')
  const asks = {
    reviewed: <Reviewed data={data} view={view} />,
    deferred: <PutOff view={view} />,
  }
  return (
    <Form to={`${lineAt(data, data.line.referralId)}`} shell={view.shell} layout="box read flow">
      <Choices
        {...field}
        legend={isOfCare(data.review) ? sayCase('this_student') : say('outcome')}
        chosen={value ?? 'reviewed'}
        options={outcomes.map((each) => ({ value: each, label: outcome(each), reveal: asks[each] }))}
      />
      <Field
        {...kept(view)('words')}
        type="textarea"
        label={say('words')}
        hint={say('words_hint')}
        maxlength={500}
        optional
      />
      {isOfCare(data.review) && <p class="quiet">{sayCase('told')}</p>}
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const LinePage = (data: SeenReviewLine, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={data.line.studentName}
      crumb={{ href: `/reviews/${data.review.id}`, label: say('to_list') }}
    >
      <p>
        {say('place', { position: data.line.position, of: data.of })}.{' '}
        {say('grade', { grade: data.line.grade, school: data.line.schoolName })}.{' '}
        {data.opensCare ? (
          <a href={`/referrals/${data.line.referralId}`}>{say('number', { number: data.line.number })}</a>
        ) : (
          say('number', { number: data.line.number })
        )}
        <Marks line={data.line} />
      </p>
    </PageHead>
    {data.stands === undefined ? <Facts data={data} /> : <CaseStands data={data} stands={data.stands} />}
    {data.course !== undefined && data.stands !== undefined && data.stands.measures.length > 0 && (
      <section class="after flow">
        <MeasureCharts course={data.course} only={data.stands.measures.map(({ measure }) => measure)} />
      </section>
    )}
    {data.line.escalationId !== null && (
      <p>
        <a href={`/escalations/${data.line.escalationId}`}>{say('open_escalation')}</a>
      </p>
    )}
    {data.review.closedAt === null && (
      <section class="after flow" aria-labelledby="saying">
        <h2 id="saying">{say('what_said')}</h2>
        <Saying data={data} view={view} />
        <p>{say('risk')}</p>
        <ButtonLink href={`/crisis?student=${data.line.studentId}`}>{say('crisis')}</ButtonLink>
      </section>
    )}
    <Pager previous={lineAt(data, data.previousId)} next={lineAt(data, data.nextId)} />
  </Page>
)

/** One referral of a review. */
export const lineScreen = screen({
  address: '/reviews/:reviewId/lines/:referralId',
  title: say('one'),
  look: lookLine,
  page: LinePage,
})
export const lineResource = resource({
  address: 'POST /reviews/:reviewId/lines/:referralId',
  act: markLine,
  stands: lineScreen,
  then: ({ reviewId, nextId }) =>
    nextId === null ? `/reviews/${reviewId}` : `/reviews/${reviewId}/lines/${nextId}`,
})
