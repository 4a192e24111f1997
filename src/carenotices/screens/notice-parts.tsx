import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Act, Button, Choices, Events, Field, Form, inPart, kept } from '#design/contract.ts'
import { recordedSteps, type Step, supports } from '../care-notice.ts'
import type { SeenCareNotice } from '../look-notice.ts'
import { careWords, stepKindWords, supportWords } from '../screen-words.ts'

const say = careWords()
const kindOf = stepKindWords()
const supportOf = supportWords()
type Props = { data: SeenCareNotice; view: View }

export const noticeAt = ({ notice }: SeenCareNotice) => `/handle-with-care/notices/${notice.id}`

/** Which student it is: by the name that was sent, looked up here, within reach. */
export const Match = ({ data, view }: Props) => (
  <section class="box flow" aria-labelledby="match">
    <h2 id="match">{say('match')}</h2>
    <p>{say('match_note')}</p>
    {data.candidates.length === 0 && <p>{say('match_none')}</p>}
    <ul role="list" class="flow">
      {data.candidates.map((student) => (
        <li>
          <Form to={`${noticeAt(data)}/student`} shell={view.shell} hidden={{ studentId: student.id }}>
            <Button>{say('match_one', { name: student.name })}</Button>{' '}
            <span class="quiet">
              {say('match_grade', { grade: student.grade, school: student.schoolName ?? '' })}
            </span>
          </Form>
        </li>
      ))}
    </ul>
    <Form to={noticeAt(data)} shell={view.shell} method="query" layout="flow read">
      <Field name="name" type="search" label={say('match_find')} value={data.search} />
      <p>
        <Button>{say('match_button')}</Button>
      </p>
    </Form>
  </section>
)

/** The wrong student was chosen: it is taken back, and everybody who was told hears that. */
export const Undo = ({ data, view }: Props) => (
  <details class="more">
    <summary>{say('undo', { name: data.student?.name ?? '' })}</summary>
    <div class="flow">
      <p>{say('undo_note')}</p>
      <Form to={`${noticeAt(data)}/student-undo`} shell={view.shell} layout="flow">
        <p>
          <Button kind="danger">{say('undo', { name: data.student?.name ?? '' })}</Button>
        </p>
      </Form>
    </div>
  </details>
)

const whatOf = ({ kind, support }: Step) => (support === null ? kindOf(kind) : supportOf(support))

/** What was done, and the way to the concern it went on as. */
export const Steps = ({ data }: { data: SeenCareNotice }) => (
  <section class="after flow" aria-labelledby="steps">
    <h2 id="steps">{say('what_done')}</h2>
    {data.steps.length === 0 ? (
      <p>{say('nothing_done')}</p>
    ) : (
      <Events
        events={data.steps.map((step) => ({
          s: 'done',
          at: step.takenAt,
          time: momentWords(step.takenAt, data),
          what: say('step_by', {
            what: whatOf(step),
            name: step.takenByName,
            at: momentWords(step.takenAt, data),
          }),
          ...(step.concernId !== null && {
            detail: <a href={`/concerns/${step.concernId}`}>{say('to_concern')}</a>,
          }),
        }))}
      />
    )}
  </section>
)

/** A code for what was done, and no field for a story. */
export const WriteStep = ({ data, view: whole }: Props) => {
  const view = inPart(whole, 'step')
  const { value, ...kind } = kept(view)('kind')
  const { value: support, ...field } = kept(view)('support')
  const choices = recordedSteps.filter((each) => (each === 'not_here') === (data.student === null))
  const which = (
    <Choices
      {...field}
      legend={say('support')}
      chosen={support ?? []}
      options={supports.map((each) => ({ value: each, label: supportOf(each) }))}
    />
  )
  return (
    <section class="after flow" aria-labelledby="write">
      <h2 id="write">{say('write')}</h2>
      <Form
        to={`${noticeAt(data)}/steps`}
        shell={view.shell}
        hidden={{ part: 'step' }}
        layout="box read flow"
      >
        <Choices
          {...kind}
          legend={say('kind')}
          chosen={value ?? []}
          options={choices.map((each) => ({
            value: each,
            label: kindOf(each),
            ...(each === 'support' && { reveal: which }),
          }))}
        />
        <Button>{say('save')}</Button>
      </Form>
    </section>
  )
}

export const Triage = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="triage">
    <h2 id="triage">{say('triage')}</h2>
    <p>{say('triage_note')}</p>
    <Act id="to-triage" to={`${noticeAt(data)}/triage`} shell={view.shell}>
      {say('triage')}
    </Act>
  </section>
)

/** Which teachers were asked to be gentle, and one more. */
export const Teachers = ({ data, view: whole }: Props) => {
  const view = inPart(whole, 'teacher')
  const { asked, askable } = data.teachers
  return (
    <section class="after flow" aria-labelledby="teachers">
      <h2 id="teachers">{say('teachers')}</h2>
      <p>{say('teachers_note')}</p>
      <p>{asked.length === 0 ? say('no_teachers') : asked.map(({ name }) => name).join(', ')}</p>
      {askable.length > 0 && (
        <Form
          to={`${noticeAt(data)}/teachers`}
          shell={view.shell}
          hidden={{ part: 'teacher' }}
          layout="box read flow"
        >
          <Field
            {...kept(view)('personId')}
            type="select"
            label={say('ask_which')}
            options={[
              { value: '', label: say('choose') },
              ...askable.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Button>{say('ask')}</Button>
        </Form>
      )}
    </section>
  )
}
