import type { View } from '#access/screen.ts'
import { Banner, Button, Choices, Field, Form, kept } from '#design/contract.ts'
import { isChoice } from '#platform/choosing.ts'
import type { crisisPage } from '../crisis-page.ts'
import { clockTime } from './clock-time.ts'
import { Facts } from './facts.tsx'
import { say } from './screen-words.ts'

export type Crisis = Awaited<ReturnType<typeof crisisPage.see>>
type SchoolAsked = NonNullable<Crisis['school']>

/** What was missing, led to its field: only the school ever is. */
export const errorsOf = ({ problem }: View, { offered, meant }: SchoolAsked) =>
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

/** The instant it was pressed at first, where nobody was signed in any more. */
const pressedOf = ({ pressedAt, timeZone }: Crisis) =>
  pressedAt === null ? null : { at: pressedAt.toISOString(), time: clockTime({ timeZone }, pressedAt) }

/**
 * Nothing has to be filled in: one press starts the incident, at one of a few schools as at the only one.
 * Where there are many the school is asked.
 */
export const Start = ({ crisis, school, view }: { crisis: Crisis; school: SchoolAsked; view: View }) => {
  const { student } = crisis
  const pressed = pressedOf(crisis)
  const field = kept({ typed: view.typed, problem: { because: errorsOf(view, school) } })
  const asks = (student?.schoolId ?? null) === null && isChoice(school)
  const few = (school.offered ?? []).length <= fewSchools ? (school.offered ?? []) : []
  return (
    <Form
      to="/crisis/incidents"
      shell={view.shell}
      layout="flow read"
      hidden={pressed === null ? {} : { pressedAt: pressed.at }}
    >
      {pressed !== null && <Banner kind="slow">{say('pressed_again', { at: pressed.time })}</Banner>}
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
