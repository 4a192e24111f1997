import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, LivePage, MarkedList } from '#design/contract.ts'
import { isChoice } from '#platform/choosing.ts'
import { crisisPage } from '../crisis-page.ts'
import { callsOf } from './calls.ts'
import { Facts } from './facts.tsx'
import { offlineWorker } from './offline-worker.ts'
import { Papers } from './paper-list.tsx'
import { say } from './screen-words.ts'

type Crisis = Awaited<ReturnType<typeof crisisPage.see>>
type SchoolAsked = NonNullable<Crisis['school']>

const Running = ({ crisis: { incidents, timeZone, at } }: { crisis: Crisis }) => (
  <section aria-labelledby="running">
    <h2 id="running">{say('running')}</h2>
    <MarkedList
      items={incidents.map(({ id, state, studentName, schoolName, startedAt }) => ({
        s: state === 'open' ? 'late' : 'now',
        text: (
          <>
            <a href={`/crisis/incidents/${id}`}>
              <bdi>{studentName ?? say('running_unnamed')}</bdi>
            </a>
            , {schoolName}, {say('running_since', { at: momentWords(startedAt, { timeZone, now: at }) })}
          </>
        ),
      }))}
    />
  </section>
)

/** What was missing, led to its field: only the school ever is. */
const errorsOf = ({ problem }: View, { offered, meant }: SchoolAsked) =>
  (problem?.because ?? []).map((reason) =>
    ['school_missing', 'school_unclear'].includes(reason.code)
      ? { ...reason, field: offered === null && meant.length === 0 ? 'school' : 'schoolId' }
      : reason,
  )

/**
 * Which school, where there is more than one: a few to choose of; of many its name, and then those it may be.
 */
function School({ school, field }: { school: SchoolAsked; field: ReturnType<typeof kept> }) {
  const { value, ...choice } = field('schoolId')
  const options = school.offered ?? school.meant
  return (
    <>
      {options.length > 0 && (
        <Choices
          {...choice}
          legend={say('school')}
          options={options.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={value ?? school.chosen?.id ?? []}
        />
      )}
      {school.offered === null && (
        <Field
          {...field('school')}
          {...(school.chosen !== undefined && { value: school.chosen.name })}
          type="search"
          label={say(options.length > 0 ? 'school_other' : 'school')}
          hint={say('school_hint')}
        />
      )}
    </>
  )
}

/** Whom it is about, where the page was opened from theirs; and how to start for somebody else. */
const About = ({ student: { id, name, schoolName } }: { student: NonNullable<Crisis['student']> }) => (
  <p>
    <input type="hidden" name="studentId" value={id} />
    {say('about')} <bdi>{name}</bdi>
    {schoolName !== null && <>, {schoolName}</>}. <a href="/crisis">{say('about_other')}</a>
  </p>
)

/** One press at the only school there is, or one for each of a few. */
const Press = ({ few }: { few: readonly { id: string; name: string }[] }) =>
  few.length > 0 ? (
    <>
      {few.map(({ id, name }) => (
        <p>
          <Button big name="schoolId" value={id}>
            {say('start_at', { school: name })}
          </Button>
        </p>
      ))}
    </>
  ) : (
    <p>
      <Button kind="go" big>
        {say('start')}
      </Button>
    </p>
  )

/** So many schools each have a press of their own: nothing is chosen before. */
const fewSchools = 6

/**
 * Nothing has to be filled in: one press starts the incident, at one of a few schools as at the only one.
 * Where there are many the school is asked.
 */
const Start = ({
  school,
  student,
  view,
}: {
  school: SchoolAsked
  student: Crisis['student']
  view: View
}) => {
  const field = kept({ typed: view.typed, problem: { because: errorsOf(view, school) } })
  const asks = (student?.schoolId ?? null) === null && isChoice(school)
  const few = (school.offered ?? []).length <= fewSchools ? (school.offered ?? []) : []
  return (
    <Form to="/crisis/incidents" shell={view.shell} layout="flow read">
      {student !== null && <About student={student} />}
      {asks && few.length === 0 && <School school={school} field={field} />}
      <Press few={asks ? few : []} />
      <details class="more">
        <summary>{say('more')}</summary>
        <div class="flow">
          <Facts field={field} />
          <Field
            {...field('startedTime')}
            type="time"
            width="short"
            optional
            label={say('began')}
            hint={say('began_hint')}
          />
        </div>
      </details>
    </Form>
  )
}

/** For an agency: the numbers are above, and the school hears of it as a safety signal. */
const AtAgency = () => (
  <>
    <p class="lead">{say('agency_lead')}</p>
    <p>
      {say('agency_tell')} <a href="/inbox">{say('agency_inbox')}</a>
    </p>
  </>
)

function CrisisPage(crisis: Crisis, view: View) {
  const { school } = crisis
  return (
    <LivePage
      shell={view.shell}
      calls={callsOf(crisis.contacts, crisis.lead)}
      {...(school !== null && { worker: offlineWorker })}
    >
      <p class="crumb">
        {crisis.student?.mayOpen !== true ? (
          <a href="/today">{say('leave')}</a>
        ) : (
          <a href={`/students/${crisis.student.id}`}>{say('leave_to_student')}</a>
        )}
      </p>
      <div class="flow">
        <h1>{say('crisis')}</h1>
        {school === null ? (
          <AtAgency />
        ) : (
          <>
            <ErrorSummary errors={errorsOf(view, school)} />
            <p class="lead">{say('crisis_lead')}</p>
            <Start school={school} student={crisis.student} view={view} />
          </>
        )}
        {crisis.incidents.length > 0 && <Running crisis={crisis} />}
        <Papers followsAll={crisis.followsAll} keeps={school !== null} readsTeam={crisis.readsTeam} />
      </div>
    </LivePage>
  )
}

export const crisisScreen = screen({
  address: '/crisis',
  title: say('crisis'),
  look: crisisPage,
  typed: ['school'],
  page: CrisisPage,
})
