import { askWords, calendarDayWords, consentWords, methods } from '#consent/contract.ts'
import { Button, Choices, Field, Form, kept, State, type MarkState } from '#design/contract.ts'
import type { Question } from '../handoff-page.ts'
import { at, goIf, inPart, type PartProps, readingOf, say, word } from './part.tsx'
import { Declined } from './support-offer.tsx'

type Data = PartProps['data']
const asks = consentWords()

const marks: Record<Question['is'], MarkState> = {
  in_force: 'done',
  declined: 'end',
  withdrawn: 'end',
  ended: 'end',
  later: 'due',
  not_asked: 'next',
}

const namesOf = (data: Data) => ({
  partner: data.sending.partner?.shortName ?? '',
  student: data.student.given,
  lead: data.leadName ?? data.navigatorName,
})

const Standing = ({ data, question }: { data: Data; question: Question }) => {
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
const Asked = ({ data }: { data: Data }) => (
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

/** How the answer is captured: asked with the first question, remembered for the next ones. */
const How = ({ data, view }: PartProps) => {
  const field = kept(view, {
    method: data.how?.method ?? 'phone_witnessed',
    witness: data.how?.witness ?? data.handoff.interpreter,
    documentReference: data.how?.documentReference,
    endsOn: data.how?.endsOn ?? data.sending.agreementEndsOn,
  })
  const document = <Field {...field('documentReference')} label={say('document')} width="mid" />
  return (
    <>
      <Choices
        {...field('method')}
        chosen={field('method').value ?? ''}
        legend={say('method_legend')}
        options={methods.map((method) => ({
          value: method,
          label: asks(`method.${method}`),
          ...(method === 'phone_witnessed' && {
            reveal: <Field {...field('witness')} label={say('witness')} hint={say('witness_hint')} width="mid" />,
          }),
          ...(method === 'paper' && { reveal: document }),
        }))}
      />
      <Field {...field('endsOn')} type="date" label={say('ends_on')} width="short" />
    </>
  )
}

const Spoken = ({ data, scope }: { data: Data; scope: Question['scope'] }) => {
  const names = namesOf(data)
  const spanish = askWords('es')
  return (
    <>
      <p class="say" lang="en">
        {askWords('en')(`say.${scope}`, names)}
      </p>
      <details class="more" {...(data.handoff.conversationLanguage === 'es' && { open: true })}>
        <summary>{say('in_spanish')}</summary>
        <p class="say" lang="es">
          {spanish(`say.${scope}`, names)}
        </p>
      </details>
    </>
  )
}

const AskForm = ({ data, view, question }: PartProps & { question: Question }) => {
  const own = inPart(view, 'question')
  const { handoff, referral, questions } = data
  const number = questions.findIndex(({ scope }) => scope === question.scope) + 1
  const hidden = {
    part: 'question',
    scope: question.scope,
    caregiverId: handoff.caregiverId ?? '',
    language: handoff.conversationLanguage ?? 'en',
    interpreter: handoff.interpreter ?? '',
  }
  const field = kept(own)
  const left = questions.filter(({ is, scope }) => is === 'not_asked' && scope !== question.scope).length
  const remembered = data.how !== null && own.problem === undefined
  return (
    <Form to={`/referrals/${referral.id}/handoff/answers`} shell={view.shell} hidden={hidden} layout="ask box flow">
      <Choices
        {...field('answer')}
        chosen={field('answer').value ?? ''}
        inline
        legend={
          <>
            <span class="quiet">{say('question_of', { at: number, of: questions.length })}</span>
            <br />
            {askWords('en')(`ask.${question.scope}`, namesOf(data))}
          </>
        }
        before={<Spoken data={data} scope={question.scope} />}
        options={[
          { value: 'yes', label: say('yes') },
          { value: 'no', label: say('no') },
          { value: 'later', label: say('later') },
        ]}
      />
      {remembered ? (
        <details class="more">
          <summary>{say('method_legend')}</summary>
          <How data={data} view={own} />
        </details>
      ) : (
        <How data={data} view={own} />
      )}
      <p class="row">
        <Button {...goIf(data, 'question')}>{say(left > 0 ? 'save_next' : 'save_last')}</Button>
      </p>
    </Form>
  )
}

const HowSaid = ({ data }: { data: Data }) => {
  const { how } = data
  if (how === null) return null
  const proof =
    how.witness !== null
      ? say('proof_witness', { witness: how.witness })
      : how.documentReference !== null
        ? say('proof_document', { document: how.documentReference })
        : ''
  const until = calendarDayWords(how.endsOn, readingOf(data))
  return <p class="quiet">{say('how_said', { method: asks(`method.${how.method}`), proof, until, name: how.grantorName })}</p>
}

/** Part 2: one question at a time, in words read aloud, the packet they change beside them. */
export function Questions({ data, view }: PartProps) {
  const { handoff, sending } = data
  if (sending.partner === null) return <p>{say('picker_first')}</p>
  const asking = data.questions.find(({ scope }) => scope === data.asking)
  const who = handoff.caregiverId !== null
  return (
    <>
      {handoff.state === 'ended' && <Declined data={data} view={view} />}
      {asking !== undefined && data.mayWork && who && <AskForm data={data} view={view} question={asking} />}
      {asking !== undefined && !who && (
        <p>
          {say('say_first_who')} <a href="#conversation">{say('say_first_link')}</a>
        </p>
      )}
      {asking !== undefined && (
        <p class="wiz-small">
          <a href="#packet-h">{say('packet_below', { partner: sending.partner.shortName })}</a>
        </p>
      )}
      <Asked data={data} />
      <HowSaid data={data} />
      <p>
        <a href={`/referrals/${data.referral.id}/consents`}>{say('more_consents')}</a>
      </p>
    </>
  )
}
