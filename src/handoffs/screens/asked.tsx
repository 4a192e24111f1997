import { calendarDayWords, consentWords } from '#consent/contract.ts'
import { type MarkState, State } from '#design/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import type { Question } from '../handoff-reading.ts'
import { at, readingOf, say, word } from './part.tsx'

const asks = consentWords()

const marks: Record<Question['is'], MarkState> = {
  in_force: 'done',
  declined: 'end',
  withdrawn: 'end',
  ended: 'end',
  incomplete: 'due',
  conflicting: 'due',
  later: 'due',
  not_asked: 'next',
}

/** The names a question is asked with. */
export const namesOf = (data: HandoffData) => ({
  partner: data.sending.partner?.shortName ?? '',
  student: data.student.given,
  lead: data.leadName ?? data.navigatorName,
})

const Standing = ({ data, question }: { data: HandoffData; question: Question }) => {
  if (data.asking === question.scope) return <State s="now">{say('asking_now')}</State>
  if (question.is === 'not_asked') return <State s="next">{say('not_asked')}</State>
  return (
    <State s={marks[question.is]}>
      <b>{word(`answered.${question.is}`)}</b>
      {question.since !== null && `, ${at(data, question.since)}`}
    </State>
  )
}

/** Every question in its order, with what was said and when. */
export const Asked = ({ data }: { data: HandoffData }) => (
  <ol class="asked" role="list">
    {data.questions.map((question, i) => (
      <li {...(data.asking === question.scope && { 'aria-current': 'step' })}>
        <span class="n">{i + 1}</span>
        <span>{asks(`scope.${question.scope}`, { partner: namesOf(data).partner })}</span>
        <span class="nb">
          <Standing data={data} question={question} />
        </span>
        {data.mayWork && data.asking !== question.scope && question.is !== 'not_asked' ? (
          <a href={`/referrals/${data.referral.id}/handoff?ask=${question.scope}#consent`}>
            {say('change')}
            <span class="vh"> {i + 1}</span>
          </a>
        ) : (
          <span />
        )}
      </li>
    ))}
  </ol>
)

/** How the last answer was captured, and until when it holds. */
export const HowSaid = ({ data }: { data: HandoffData }) => {
  const { how } = data
  if (how === null) return null
  const proof =
    how.witness !== null
      ? say('proof_witness', { witness: how.witness })
      : how.documentReference !== null
        ? say('proof_document', { document: how.documentReference })
        : ''
  const until = calendarDayWords(how.endsOn, readingOf(data))
  return (
    <p class="quiet">
      {say('how_said', { method: asks(`method.${how.method}`), proof, until, name: how.grantorName })}
    </p>
  )
}
