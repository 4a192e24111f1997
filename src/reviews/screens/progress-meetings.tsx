import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Form,
  kept,
  keptAll,
  Late,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayOf, dayWords } from '#district/contract.ts'
import { caseWords } from '../case-words.ts'
import { lookProgressMeetings, type SeenProgressMeetings } from '../look-progress-meetings.ts'
import { openProgressMeeting } from '../open-progress-meeting.ts'
import { progressWords } from '../progress-words.ts'
import { reviewWords } from '../screen-words.ts'
import { Reviews } from './review-list.tsx'
import { Together } from './together.tsx'
import { OneSchool, UnderWay } from './week-parts.tsx'

const say = progressWords()
const sayReview = reviewWords()
const sayCase = caseWords()
type Props = { data: SeenProgressMeetings; view: View }
type Owed = SeenProgressMeetings['due'][number]

/** When each school met last, and by when it meets again; what is past four weeks is marked. */
const Due = ({ data }: { data: SeenProgressMeetings }) => {
  const by = ({ dueAt }: Owed) => dayWords(dayOf(data.calendar, dueAt), data.today)
  return (
    <section class="after flow" aria-labelledby="due">
      <h2 id="due">{say('due')}</h2>
      {data.due.length === 0 ? (
        <p>{say('none_served')}</p>
      ) : (
        <Table<Owed>
          caption={say('due_caption')}
          narrow="pairs"
          rows={data.due}
          columns={[
            { head: say('school'), cell: ({ schoolName }) => schoolName },
            {
              head: say('last'),
              cell: ({ lastAt }) => (lastAt === null ? say('never') : momentWords(lastAt, data)),
            },
            { head: say('next'), cell: (row) => (row.late ? <Late>{by(row)}</Late> : by(row)) },
          ]}
        />
      )}
    </section>
  )
}

/** Begins a meeting: which schools, and whom it speaks of one by one. */
const Begin = ({ data, view }: Props) => {
  const { value, ...schools } = kept(view)('schoolIds')
  const { value: _, ...students } = kept(view)('studentIds')
  const only = data.shown.length === 1 ? data.shown.map(({ id }) => id) : []
  return (
    <section class="after flow" aria-labelledby="begin">
      <h2 id="begin">{sayReview('begin')}</h2>
      <Form to="/progress-meetings" shell={view.shell} layout="box read flow">
        <p>{say('begin_note')}</p>
        <Choices
          {...schools}
          many
          legend={sayReview('which_schools')}
          chosen={value === undefined ? only : keptAll(view, 'schoolIds')}
          options={data.shown.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {data.students.length === 0 ? (
          <p>{say('whom_none')}</p>
        ) : (
          <Choices
            {...students}
            many
            inline="columns"
            legend={say('whom')}
            hint={say('whom_hint')}
            chosen={keptAll(view, 'studentIds')}
            options={data.students.map(({ studentId, studentName, schoolName }) => ({
              value: studentId,
              label: `${studentName}, ${schoolName}`,
            }))}
          />
        )}
        <p>{sayCase('not_consented', { count: data.notConsented })}</p>
        <Button kind="go">{sayReview('begin_save')}</Button>
      </Form>
    </section>
  )
}

const ProgressPage = (data: SeenProgressMeetings, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: '/reviews', label: sayReview('title') }}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.more && <OneSchool to="/progress-meetings" choice={data.choice} shell={view.shell} />}
    <UnderWay reviews={data.reviews} />
    <Due data={data} />
    <Together figures={data.figures} heading={say('together')} />
    <Begin data={data} view={view} />
    <Reviews data={data} />
  </Page>
)

/** The meetings about progress. */
export const progressScreen = screen({
  address: '/progress-meetings',
  title: say('title'),
  look: lookProgressMeetings,
  page: ProgressPage,
  typed: ['school'],
})
export const progressOpeningResource = resource({
  address: 'POST /progress-meetings',
  act: openProgressMeeting,
  stands: progressScreen,
  then: ({ reviewId }) => `/reviews/${reviewId}`,
})
