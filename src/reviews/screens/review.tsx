import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  ButtonLink,
  type Column,
  ErrorSummary,
  Mark,
  Page,
  PageHead,
  Progress,
  Table,
} from '#design/contract.ts'
import { momentWords } from '#consent/contract.ts'
import { closeReview } from '../close-review.ts'
import { lookReview, type SeenReview } from '../look-review.ts'
import { reviewWords } from '../screen-words.ts'
import { caseWords } from '../case-words.ts'
import { progressWords } from '../progress-words.ts'
import { Measures, saidOfCase, Visits } from './case-parts.tsx'
import { End, Ended } from './review-end.tsx'
import { Together } from './together.tsx'
import { Marks, Said, saidOf, Stands, Waits } from './line-parts.tsx'

const say = reviewWords()
const sayCase = caseWords()
const sayProgress = progressWords()

const schoolsOf = ({ lines, figures }: SeenReview) => [
  ...new Set((figures?.schools ?? lines).map(({ schoolName }) => schoolName)),
]

const Student = ({ line, data }: { line: SeenReview['lines'][number]; data: SeenReview }) => (
  <>
    <Mark s={line.outcome === 'reviewed' ? 'done' : line.outcome === null ? 'next' : 'now'} />{' '}
    <a href={`/reviews/${data.review.id}/lines/${line.referralId}`}>
      <bdi>{line.studentName}</bdi>
    </a>
    <Marks line={line} />
    <br />
    <small>
      {say('grade', { grade: line.grade, school: line.schoolName })}. {say('number', { number: line.number })}
    </small>
  </>
)

const SaidCell = ({ line, data }: { line: SeenReview['lines'][number]; data: SeenReview }) =>
  saidOf(line) === undefined ? (
    <>{say(data.review.closedAt === null ? 'not_yet' : 'not_reviewed')}</>
  ) : (
    <>
      {saidOfCase(line)} <Said line={line} around={data} />
    </>
  )

type Row = SeenReview['lines'][number]
/** What the list says of each line: of a referral where it stands, in a case review the three. */
const columnsOf = (data: SeenReview): Column<Row>[] => {
  const caseOf = (row: Row) => data.cases[data.lines.indexOf(row)]
  return data.review.kind === 'referrals'
    ? [
        { head: say('stands_at'), cell: (line) => <Stands line={line} /> },
        { head: say('waits'), cell: (line) => <Waits line={line} around={data} /> },
      ]
    : [
        {
          head: sayCase('with_agencies'),
          cell: (line) => <Visits agencies={caseOf(line)?.agencies ?? []} around={data} />,
        },
        {
          head: sayCase('barriers'),
          cell: (line) => caseOf(line)?.barriers.join(', ') || sayCase('barriers_none'),
        },
        { head: sayCase('measures'), cell: (line) => <Measures measures={caseOf(line)?.measures ?? []} /> },
      ]
}

const List = ({ data }: { data: SeenReview }) => (
  <Table<Row>
    caption={<span class="vh">{say('to_list')}</span>}
    rows={data.lines}
    columns={[
      { head: say('student'), cell: (line) => <Student line={line} data={data} /> },
      ...columnsOf(data),
      { head: say('said'), cell: (line) => <SaidCell line={line} data={data} /> },
    ]}
  />
)

/** How far the meeting is, and the one thing to press. */
const Going = ({ data }: { data: SeenReview }) => {
  const marked = data.lines.filter(({ outcome }) => outcome !== null).length
  const listed = data.lines.length
  const next = data.lines.find(({ outcome }) => outcome === null)
  return (
    <div class="flow">
      <Progress
        id="progress"
        label={say('progress')}
        done={marked}
        total={listed}
        says={say('progress_says', { marked, listed, left: listed - marked })}
      />
      {next === undefined ? (
        <p>{say('all_marked')}</p>
      ) : (
        <ButtonLink kind="go" href={`/reviews/${data.review.id}/lines/${next.referralId}`}>
          {say('next_line', { name: next.studentName })}
        </ButtonLink>
      )}
    </div>
  )
}

const about = {
  referrals: { list: '/reviews', title: say('title'), of: (schools: string) => say('of', { schools }) },
  care: {
    list: '/case-reviews',
    title: sayCase('title'),
    of: (schools: string) => sayCase('of', { schools }),
  },
  progress: {
    list: '/progress-meetings',
    title: sayProgress('title'),
    of: (schools: string) => sayProgress('of', { schools }),
  },
} as const

const ReviewPage = (data: SeenReview, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={about[data.review.kind].of(schoolsOf(data).join(', '))}
      crumb={{ href: about[data.review.kind].list, label: about[data.review.kind].title }}
    >
      <p>{say('begun_by', { at: momentWords(data.review.openedAt, data) })}</p>
      {data.review.notConsented !== null && (
        <p>
          {sayCase('not_consented', { count: data.review.notConsented })}{' '}
          <a href={`/reviews/${data.review.id}/paper`}>{sayCase('paper')}</a>
        </p>
      )}
    </PageHead>
    {data.review.closedAt === null ? <Going data={data} /> : <Ended data={data} />}
    {data.figures !== undefined && <Together figures={data.figures} heading={sayProgress('together_then')} />}
    {data.lines.length > 0 && (
      <div class="after">
        <List data={data} />
      </div>
    )}
    {data.review.closedAt === null && <End data={data} view={view} />}
  </Page>
)

/** One review. */
export const reviewScreen = screen({
  address: '/reviews/:reviewId',
  title: say('one'),
  look: lookReview,
  page: ReviewPage,
})
export const endResource = resource({
  address: 'POST /reviews/:reviewId/end',
  act: closeReview,
  stands: reviewScreen,
  then: ({ reviewId }) => `/reviews/${reviewId}`,
})
