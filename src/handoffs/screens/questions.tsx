import { AskFirst, asked, askWords, consentWords, methods, SaidFirst } from '#consent/contract.ts'
import { Button, Choices, Field, Form, inPart, kept } from '#design/contract.ts'
import type { Question } from '../handoff-reading.ts'
import { goIf, Next, type PartProps, say } from './part.tsx'
import { Asked, HowSaid, namesOf } from './asked.tsx'
import { Declined } from './support-offer.tsx'

type Data = PartProps['data']
const asks = consentWords()

/** The way the last answer was given; before the first, the way the conversation is held. */
const howOf = ({ how, handoff }: Data) => ({
  method: how?.method ?? (handoff.conversationMode === 'in_person' ? 'in_person' : 'phone_witnessed'),
  witness: how?.witness ?? handoff.interpreter,
})

/** How the answer is captured: asked with the first question, remembered for the next ones. */
const How = ({ data, view }: PartProps) => {
  const field = kept(view, {
    ...howOf(data),
    documentReference: data.how?.documentReference,
    endsOn: data.how?.endsOn ?? data.sending.agreementEndsOn,
  })
  const witness = (
    <Field {...field('witness')} label={say('witness')} hint={say('witness_hint')} width="mid" />
  )
  return (
    <>
      <Choices
        {...asked(field('method'))}
        legend={say('method_legend')}
        options={methods.map((method) => ({
          value: method,
          label: asks(`method.${method}`),
          ...(method === 'phone_witnessed' && { reveal: witness }),
        }))}
      />
      <div class="pairs auto">
        <Field {...field('documentReference')} label={say('document')} hint={say('document_hint')} optional />
        <Field {...field('endsOn')} type="date" label={say('ends_on')} width="short" />
      </div>
    </>
  )
}

const Spoken = ({ data, scope }: { data: Data; scope: Question['scope'] }) => {
  const names = namesOf(data)
  const spanish = askWords('es')
  return (
    <>
      <p class="say" lang="en">
        {askWords('en')(`say.${scope}`, names)} {askWords('en')(`only.${scope}`)}
      </p>
      <details class="more" {...(data.handoff.conversationLanguage === 'es' && { open: true })}>
        <summary>{say('in_spanish')}</summary>
        <p class="say" lang="es">
          {spanish(`say.${scope}`, names)} {spanish(`only.${scope}`)}
        </p>
      </details>
    </>
  )
}

const answers = [
  { value: 'yes', label: say('yes') },
  { value: 'no', label: say('no') },
  { value: 'later', label: say('later') },
]

type Asking = PartProps & { question: Question }

/** One question, the words to read aloud, and three answers that are all fine. */
const Ask = ({ data, view, question }: Asking) => {
  const number = data.questions.findIndex(({ scope }) => scope === question.scope) + 1
  const legend = (
    <>
      <span class="quiet">{say('question_of', { at: number, of: data.questions.length })}</span>
      <br />
      {askWords('en')(`ask.${question.scope}`, namesOf(data))}
    </>
  )
  const spoken = <Spoken data={data} scope={question.scope} />
  return <Choices {...asked(kept(view)('answer'))} inline legend={legend} before={spoken} options={answers} />
}

/** Who talks is known from part 1, so that nobody is asked it with each question. */
const hiddenOf = ({ handoff }: Data, question: Question) => ({
  part: 'question',
  scope: question.scope,
  caregiverId: handoff.caregiverId ?? '',
  language: handoff.conversationLanguage ?? 'en',
  interpreter: handoff.interpreter ?? '',
})

const AskForm = ({ data, view, question }: Asking) => {
  const own = inPart(view, 'question')
  const left = data.questions.filter(({ is, scope }) => is === 'not_asked' && scope !== question.scope).length
  const { method, witness } = howOf(data)
  const known = method !== 'phone_witnessed' || witness !== null
  const to = `/referrals/${data.referral.id}/handoff/answers`
  return (
    <Form to={to} shell={view.shell} hidden={hiddenOf(data, question)} layout="ask box flow">
      <SaidFirst names={namesOf(data)} spanish={data.handoff.conversationLanguage === 'es'} />
      <Ask data={data} view={own} question={question} />
      {known && own.problem === undefined ? (
        <details class="more">
          <summary>
            {say('method_known', { how: [asks(`method.${method}`), witness].filter(Boolean).join(', ') })}
          </summary>
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

/** Whoever is about to ask reads who collects consent from this family. */
const Contact = ({ data, asks }: { data: Data; asks: boolean }) =>
  asks && data.mayWork && data.familyContact !== null ? <AskFirst name={data.familyContact} /> : null

/** Part 2: one question at a time, in words read aloud, the packet they change beside them. */
export function Questions({ data, view }: PartProps) {
  const { handoff, sending } = data
  if (sending.partner === null) return <p>{say('picker_first')}</p>
  const asking = data.questions.find(({ scope }) => scope === data.asking)
  const who = handoff.caregiverId !== null
  return (
    <>
      {handoff.state === 'ended' && (
        <Next data={data} doing="support">
          <Declined data={data} view={view} />
        </Next>
      )}
      <Contact data={data} asks={asking !== undefined} />
      {asking !== undefined && data.mayWork && who && (
        <Next data={data} doing="question">
          <AskForm data={data} view={view} question={asking} />
        </Next>
      )}
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
      <p class="files row">
        <a href={`/referrals/${data.referral.id}/consents`}>{say('more_consents')}</a>
        <a href={`/referrals/${data.referral.id}/school-hears`}>{say('school_hears')}</a>
        {asking !== undefined && data.mayWork && (
          <a href={`/referrals/${data.referral.id}/consents?by=link`}>{say('by_link')}</a>
        )}
      </p>
    </>
  )
}
