import type { View } from '#access/screen.ts'
import { Act, Button, Field, Form, kept, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenReport } from '../look-report.ts'
import type { ShownGrade } from '../report.ts'
import { sayings } from '../screen-words.ts'
import { sessionTopics } from '../training.ts'
import { sessionWords } from '../words.ts'

const say = sayings()
const topicOf = sessionWords()
type Props = { data: SeenReport; view: View }

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`

const Grades = ({ caption, rows }: { caption: string; rows: readonly ShownGrade[] }) => (
  <Table
    caption={caption}
    rows={rows}
    columns={[
      { head: say('grade'), cell: ({ grade }) => grade },
      { head: say('held'), num: true, cell: ({ counts }) => counts?.sessions ?? say('hidden') },
      { head: say('invited'), num: true, cell: ({ counts }) => counts?.invited ?? say('hidden') },
      { head: say('present'), num: true, cell: ({ counts }) => counts?.present ?? say('hidden') },
      {
        head: say('share'),
        num: true,
        cell: ({ counts }) => (counts === null ? say('hidden') : percent(counts.present, counts.invited)),
      },
    ]}
  />
)

/** What was held with students, by topic and grade. */
export const Sessions = ({ data: { sessions } }: { data: SeenReport }) => (
  <section class="after flow" aria-labelledby="sessions">
    <h2 id="sessions">{say('sessions')}</h2>
    <p class="quiet">{say('sessions_note')}</p>
    {sessions.map(({ topic, grades }) =>
      grades.length === 0 ? (
        <p>
          {topicOf(topic)}: {say('no_sessions')}
        </p>
      ) : (
        <Grades caption={topicOf(topic)} rows={grades} />
      ),
    )}
    {sessions.some(({ grades }) => grades.some(({ counts }) => counts === null)) && (
      <p class="quiet">{say('hidden_why')}</p>
    )}
  </section>
)

const optionsOf = (options: readonly { value: string; label: string }[]) => [
  ...(options.length === 1 ? [] : [{ value: '', label: say('choose') }]),
  ...options,
]

/** How many students of a grade were there, on which day. */
export const RecordSession = ({ data, view }: Props) => {
  const field = kept(view, { heldOn: data.today })
  const schools = data.choice.offered ?? (data.choice.chosen === undefined ? [] : [data.choice.chosen])
  return (
    <section class="after flow" aria-labelledby="record-session">
      <h2 id="record-session">{say('record_session')}</h2>
      <Form to="/training/sessions" shell={view.shell} layout="box read flow">
        <Field
          {...field('schoolId')}
          type="select"
          label={say('school')}
          options={optionsOf(schools.map(({ id, name }) => ({ value: id, label: name })))}
        />
        <Field
          {...field('grade')}
          type="select"
          label={say('grade')}
          options={optionsOf(data.grades.map((grade) => ({ value: grade, label: grade })))}
        />
        <Field
          {...field('topic')}
          type="select"
          label={say('session_topic')}
          options={optionsOf(sessionTopics.map((each) => ({ value: each, label: topicOf(each) })))}
        />
        <Field {...field('heldOn')} type="date" width="mid" label={say('held_on')} />
        <Field {...field('invited')} label={say('how_many_invited')} inputmode="numeric" width="short" />
        <Field {...field('present')} label={say('how_many_present')} inputmode="numeric" width="short" />
        <Button kind="go">{say('record_session_do')}</Button>
      </Form>
    </section>
  )
}

/** The sessions recorded last: what is wrong is taken back. */
export const Latest = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="latest">
    <h2 id="latest">{say('latest_sessions')}</h2>
    {data.latest.map(({ id, grade, schoolName, topic, heldOn, invited, present }) => (
      <p>
        {topicOf(topic)}.{' '}
        {say('session_line', {
          grade,
          school: schoolName,
          day: dayWords(heldOn, data.today),
          present,
          invited,
        })}{' '}
        <Act id={`back-${id}`} kind="text" to={`/training/sessions/${id}/taking-back`} shell={view.shell}>
          {say('take_back', { what: say('session') })}
        </Act>
      </p>
    ))}
  </section>
)
