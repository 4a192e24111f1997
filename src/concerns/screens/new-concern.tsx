import { screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { dayOf, dayWords, timeOf } from '#district/contract.ts'
import type { FoundStudent } from '#people/contract.ts'
import { urgencies } from '../concern.ts'
import { newConcern, studentToName } from '../new-concern.ts'
import { say } from './screen-words.ts'

type Found = { typed: string; found: FoundStudent[] }

const Result = ({ student }: { student: FoundStudent }) => (
  <li class="row">
    <a class="btn" href={`/concerns/new/${student.id}`}>
      <bdi>{student.name}</bdi>
    </a>
    <span class="quiet">
      {say('grade_school', { grade: student.grade, school: student.schoolName ?? '' })}
    </span>
  </li>
)

function FindStudent({ typed, found }: Found, view: View) {
  return (
    <Page shell={view.shell}>
      <PageHead title={say('raise')} />
      <div class="flow">
        <Form to="/concerns/new" shell={view.shell} method="query" layout="flow read">
          <Field
            name="name"
            type="search"
            label={say('raise_find')}
            hint={say('raise_find_hint')}
            value={typed}
          />
          <p>
            <Button {...(found.length === 0 && { kind: 'go' as const })}>{say('raise_find_button')}</Button>
          </p>
        </Form>
        {found.length > 0 && (
          <section class="flow" aria-labelledby="found">
            <h2 id="found">{say('raise_choose')}</h2>
            <ul role="list" class="flow">
              {found.map((student) => (
                <Result student={student} />
              ))}
            </ul>
          </section>
        )}
        {typed !== '' && found.length === 0 && (
          <p>
            <b>{say('raise_none', { typed })}</b> {say('raise_none_next')}
          </p>
        )}
      </div>
    </Page>
  )
}

/** Two steps on a phone: the name, then the form. */
export const findStudentScreen = screen({
  address: '/concerns/new',
  title: say('raise'),
  look: studentToName,
  page: FindStudent,
  typed: ['name'],
  nav: { section: 'work', label: say('raise'), order: 30 },
})

type About = Awaited<ReturnType<typeof newConcern.see>>

/** How soon, and what "today" comes to: on a Sunday nobody is there. */
function urgencyOptions({ now, readBy: { calendar, today: by } }: About) {
  const day = dayWords(dayOf(calendar, by), dayOf(calendar, now))
  const hint = say('raise_today_hint', { day, time: timeOf(calendar, by) })
  return urgencies.map((value) => ({
    value,
    label: say(`raise_${value}`),
    ...(value === 'today' && { hint }),
  }))
}

/** When, where, and what else could be seen. */
const MoreSeen = ({ field }: { field: ReturnType<typeof kept> }) => (
  <>
    <Field {...field('observedOn')} type="date" width="short" label={say('raise_observed_on')} />
    <Field {...field('setting')} optional label={say('raise_setting')} hint={say('raise_setting_hint')} />
    <Field {...field('schoolwork')} type="textarea" rows={2} optional label={say('raise_schoolwork')} />
    <Field
      {...field('health')}
      type="textarea"
      rows={2}
      optional
      label={say('raise_health')}
      hint={say('raise_health_hint')}
    />
  </>
)

function RaiseConcern(about: About, view: View) {
  const { studentId, name, grade, schoolName, now, readBy } = about
  const today = dayOf(readBy.calendar, now)
  const field = kept(view, { observedOn: today })
  const { value, ...urgency } = field('urgency')
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('raise_about', { name })}
        crumb={{ href: '/concerns/new', label: say('raise_other') }}
      >
        <p class="quiet">{say('grade_school', { grade, school: schoolName ?? '' })}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <Form to={`/students/${studentId}/concerns`} shell={view.shell} layout="flow read">
        <Field
          {...field('observed')}
          type="textarea"
          label={say('raise_observed')}
          hint={say('raise_observed_hint')}
        />
        <Choices
          {...urgency}
          legend={say('raise_urgency')}
          options={urgencyOptions(about)}
          chosen={value ?? []}
        />
        <MoreSeen field={field} />
        <p>
          <Button kind="go">{say('raise_send')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const newConcernScreen = screen({
  address: '/concerns/new/:studentId',
  title: say('raise'),
  look: newConcern,
  page: RaiseConcern,
})
