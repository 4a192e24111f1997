import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Page, PageHead, Table } from '#design/contract.ts'
import { caseWords } from '../case-words.ts'
import { lookPaper, type SeenPaper } from '../look-paper.ts'
import { reviewWords } from '../screen-words.ts'
import { progressWords } from '../progress-words.ts'
import { Measures, Visits } from './case-parts.tsx'
import { Together } from './together.tsx'

const say = caseWords()
const sayReview = reviewWords()
const sayProgress = progressWords()
type Row = SeenPaper['rows'][number]

const List = ({ data }: { data: SeenPaper }) => (
  <Table<Row>
    caption={<span class="vh">{sayReview('to_list')}</span>}
    rows={data.rows}
    columns={[
      {
        head: say('student'),
        cell: ({ line }) => (
          <>
            <bdi>{line.studentName}</bdi>
            <br />
            <small>{sayReview('grade', { grade: line.grade, school: line.schoolName })}</small>
          </>
        ),
      },
      {
        head: say('with_agencies'),
        cell: ({ stands }) => <Visits agencies={stands.agencies} around={data} />,
      },
      {
        head: say('barriers'),
        cell: ({ stands }) => stands.barriers.join(', ') || say('barriers_none'),
      },
      { head: say('measures'), cell: ({ stands }) => <Measures measures={stands.measures} /> },
      { head: say('decided'), cell: () => <span class="write" /> },
    ]}
  />
)

const titleOf = ({ rows, figures, review }: SeenPaper) => {
  const of = figures?.schools ?? rows.map(({ line }) => line)
  const schools = [...new Set(of.map(({ schoolName }) => schoolName))].join(', ')
  return review.kind === 'progress' ? sayProgress('of', { schools }) : say('of', { schools })
}

const PaperPage = (data: SeenPaper, view: View) => (
  <Page shell={view.shell}>
    <div class="flow paper">
      <PageHead
        title={titleOf(data)}
        crumb={{ href: `/reviews/${data.review.id}`, label: sayReview('to_list') }}
      >
        <p>
          {say('paper_lead', { at: momentWords(data.now, data) })}{' '}
          {say('not_consented', { count: data.review.notConsented ?? 0 })}
        </p>
      </PageHead>
      {data.figures !== undefined && (
        <Together figures={data.figures} heading={sayProgress('together_then')} />
      )}
      {data.rows.length > 0 && <List data={data} />}
    </div>
  </Page>
)

/** The list of a case review on paper. */
export const paperScreen = screen({
  address: '/reviews/:reviewId/paper',
  title: say('paper'),
  look: lookPaper,
  page: PaperPage,
})
