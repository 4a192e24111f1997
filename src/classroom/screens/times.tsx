import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { agreeTime } from '../agree-time.ts'
import { type ClassTime, lessons, timeKinds, weekdays } from '../class-time.ts'
import { endTime } from '../end-time.ts'
import { lookTimes, type SeenTimes } from '../look-times.ts'
import { timesWords } from '../screen-words.ts'
import { kindWords, lessonWords, weekdayName } from '../words.ts'

const say = timesWords()
const kind = kindWords()
const lesson = lessonWords()
type Props = { data: SeenTimes; view: View }

const spanOf = ({ weekday: day, fromAt: from, untilAt: until }: ClassTime) =>
  say('span', { day: weekdayName(day), from, until })

const Times = ({ data, view }: Props) =>
  data.times.length === 0 ? (
    <Empty fact={say('none')} note={say('none_note')} />
  ) : (
    <Table<ClassTime>
      caption={say('caption')}
      rows={data.times}
      columns={[
        { head: say('when'), cell: spanOf },
        {
          head: say('what'),
          cell: (time) => say('stands', { kind: kind(time.kind), lesson: lesson(time.lesson) }),
        },
        {
          head: say('with'),
          cell: ({ teacherName: teacher, partnerName: agency }) =>
            agency === null ? teacher : say('and_agency', { teacher, agency }),
        },
        {
          head: '',
          cell: ({ id }) =>
            data.mayKeep && (
              <Act
                id={`end-${id}`}
                to={`/students/${data.student.id}/class-times/${id}/end`}
                shell={view.shell}
              >
                {say('end')}
              </Act>
            ),
        },
      ]}
    />
  )

const Who = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <>
      <Field
        {...field('teacherId')}
        type="select"
        label={say('teacher')}
        options={[
          { value: '', label: say('choose') },
          ...data.teachers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field
        {...field('partnerId')}
        type="select"
        label={say('agency')}
        hint={say('agency_hint')}
        options={[
          { value: '', label: say('no_agency') },
          ...data.agencies.map(({ partnerId, name }) => ({ value: partnerId, label: name })),
        ]}
      />
    </>
  )
}

const Agree = ({ data, view }: Props) => {
  const field = kept(view)
  const { value, ...kinds } = field('kind')
  return (
    <section class="after flow" aria-labelledby="add">
      <h2 id="add">{say('add')}</h2>
      {data.teachers.length === 0 && <p>{say('no_teacher')}</p>}
      <Form to={`/students/${data.student.id}/class-times`} shell={view.shell} layout="box read flow">
        <Choices
          {...kinds}
          inline
          legend={say('kind')}
          chosen={value ?? 'in_class'}
          options={timeKinds.map((each) => ({ value: each, label: kind(each) }))}
        />
        <Field
          {...field('weekday')}
          type="select"
          width="short"
          label={say('day')}
          options={weekdays.map((day) => ({ value: String(day), label: weekdayName(day) }))}
        />
        <div class="pairs auto">
          <Field {...field('fromAt')} type="time" width="short" label={say('from')} />
          <Field {...field('untilAt')} type="time" width="short" label={say('until')} />
        </div>
        <Field
          {...field('lesson')}
          type="select"
          width="mid"
          label={say('lesson')}
          options={lessons.map((each) => ({ value: each, label: lesson(each) }))}
        />
        <Who data={data} view={view} />
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}

const TimesPage = (data: SeenTimes, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{ href: `/students/${data.student.id}`, label: <bdi>{data.student.name}</bdi> }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <Times data={data} view={view} />
    {data.mayKeep && <Agree data={data} view={view} />}
  </Page>
)

/** When one student has to be in class. */
export const timesScreen = screen({
  address: '/students/:studentId/class-times',
  title: say('title'),
  look: lookTimes,
  page: TimesPage,
})
const back = ({ studentId }: { studentId: string }) => `/students/${studentId}/class-times`
export const timesResources: Resource[] = [
  resource({
    address: 'POST /students/:studentId/class-times',
    act: agreeTime,
    stands: timesScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/class-times/:classTimeId/end',
    act: endTime,
    stands: timesScreen,
    then: back,
  }),
]
