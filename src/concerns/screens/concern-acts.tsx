import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Act, Button, Events, Field, Form, kept } from '#design/contract.ts'
import type { ConcernData } from '../concern-page.ts'
import { say } from './screen-words.ts'

type Part = { data: ConcernData; view: View }

type TakingUp = { concernId: string; first: boolean; view: View }

export const TakeUp = ({ concernId, first, view }: TakingUp) => (
  <Act
    id="take"
    {...(first && { kind: 'go' as const })}
    to={`/concerns/${concernId}/acknowledgement`}
    shell={view.shell}
  >
    {say('concern_take')}
  </Act>
)

const Candidate = ({ data, view, student }: Part & { student: ConcernData['candidates'][number] }) => (
  <li>
    <Form to={`/concerns/${data.concern.id}/student`} shell={view.shell} hidden={{ studentId: student.id }}>
      <Button>{say('concern_match_one', { name: student.name })}</Button>{' '}
      <span class="quiet">
        {say('grade_school', { grade: student.grade, school: student.schoolName ?? '' })}
      </span>
    </Form>
  </li>
)

/** Whom a request from the public page is about: the names typed there, looked up here, within reach. */
export const MatchStudent = ({ data, view }: Part) => {
  const { concern, candidates, search } = data
  const name = concern.aboutName ?? ''
  const grade = concern.aboutGrade
  return (
    <section class="box flow" aria-labelledby="match">
      <h2 id="match">{say('concern_match')}</h2>
      <p>
        {grade === null ? say('concern_match_as', { name }) : say('concern_match_as_grade', { name, grade })}
      </p>
      {candidates.length === 0 && <p>{say('concern_match_none')}</p>}
      <ul role="list" class="flow">
        {candidates.map((student) => (
          <Candidate data={data} view={view} student={student} />
        ))}
      </ul>
      <Form to={`/concerns/${concern.id}`} shell={view.shell} method="query" layout="flow read">
        <Field name="name" type="search" label={say('concern_match_find')} value={search} />
        <p>
          <Button>{say('concern_match_button')}</Button>
        </p>
      </Form>
    </section>
  )
}

/** What was asked of the reporter, and what came back. */
export const Questions = ({ data, view }: Part) => {
  const { concern, questions, open, mayTriage, timeZone, at } = data
  const waiting = questions.some(({ answeredAt }) => answeredAt === null)
  const mayAsk = open && mayTriage && concern.reporterId !== null && !waiting
  if (questions.length === 0 && !mayAsk) return null
  return (
    <section class="flow" aria-labelledby="asked">
      <h2 id="asked">{say('concern_asked_title')}</h2>
      <Events
        events={questions.map(({ askedByName, askedAt, answer }) => ({
          s: answer === null ? 'due' : 'done',
          at: askedAt,
          time: momentWords(askedAt, { timeZone, now: at }),
          what: say('concern_asked_at', {
            name: askedByName,
            at: momentWords(askedAt, { timeZone, now: at }),
          }),
          detail: answer === null ? say('concern_no_answer') : say('concern_answered', { answer }),
        }))}
      />
      {mayAsk && (
        <>
          <p class="hint">{say('concern_ask_note')}</p>
          <Act id="ask" to={`/concerns/${concern.id}/question`} shell={view.shell}>
            {say('concern_ask')}
          </Act>
        </>
      )}
    </section>
  )
}

export const CloseConcern = ({ data, view }: Part) => {
  const field = kept(view)
  return (
    <details class="more" open={view.problem !== undefined && 'reason' in view.typed}>
      <summary>{say('concern_close')}</summary>
      <Form to={`/concerns/${data.concern.id}/closure`} shell={view.shell} layout="flow read">
        <Field
          {...field('reason')}
          type="textarea"
          rows={2}
          label={say('concern_close_reason')}
          hint={say('concern_close_hint')}
        />
        <p>
          <Button kind="danger">{say('concern_close_button')}</Button>
        </p>
      </Form>
    </details>
  )
}
