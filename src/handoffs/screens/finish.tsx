import { Act, Button, ButtonLink, Field, Form, inPart, kept, type Reason } from '#design/contract.ts'
import { partOf } from '../rules.ts'
import { finishingWords } from '../words.ts'
import { at, Next, type PartProps, say, word } from './part.tsx'

type Data = PartProps['data']
const why = finishingWords()

const lasting = (minutes: number) =>
  minutes < 60
    ? say('lasting_minutes', { minutes })
    : say('lasting_hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })

const resultOf = (data: Data): string => {
  const { sameDay } = data.clock
  return [
    say(`judged.${sameDay.completion}`, {
      after: lasting(sameDay.minutes ?? 0),
      reason: data.handoff.exceptionNote ?? '',
    }),
    sameDay.firstAttempt === 'kept' || sameDay.firstAttempt === 'missed'
      ? say(`attempt.${sameDay.firstAttempt}`)
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const missingReasons = (data: Data): Reason[] =>
  data.missing
    .filter((code) => code !== 'late_without_reason')
    .map((code) => ({ met: false, says: <a href={`#${partOf[code]}`}>{why(code)}</a> }))

const FinishForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'finish')
  const field = kept(own)
  const late = data.missing.includes('late_without_reason')
  const reasons = data.lists.missReasons.map(({ code, label }) => ({ value: code, label }))
  return (
    <Form
      to={`/referrals/${data.referral.id}/handoff/completion`}
      shell={view.shell}
      hidden={{ part: 'finish' }}
      layout="flow"
    >
      {late && (
        <Field
          {...field('missReason')}
          type="select"
          width="mid"
          label={say('miss_reason')}
          options={[{ value: '', label: say('choose') }, ...reasons]}
        />
      )}
      <Button kind="go">{say('finish_button')}</Button>
    </Form>
  )
}

const Corrected = ({ data }: { data: Data }) => {
  if (data.corrections.length === 0) return null
  return (
    <>
      <h3>{say('corrections')}</h3>
      <ul>
        {data.corrections.map(({ field, was, became, correctedByName, correctedAt, reason }) => (
          <li>
            {say('correction_line', {
              field: word(`field.${field}`),
              was: at(data, new Date(was)),
              became: at(data, new Date(became)),
              name: correctedByName,
              at: at(data, correctedAt),
              reason,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The call is over: what it came to, and the way on. */
const Done = ({ data, completedAt }: { data: Data; completedAt: Date }) => (
  <>
    <p>{say('finish_done', { at: at(data, completedAt), result: resultOf(data) })}</p>
    <p class="row">
      <ButtonLink href="/today">{say('to_today')}</ButtonLink>
    </p>
  </>
)

/** Finish: always there, with every reason it is not complete yet. */
export function Finish({ data, view }: PartProps) {
  const { handoff, referral, mayWork } = data
  const reasons = missingReasons(data)
  const complete = handoff.state === 'complete'
  return (
    <section class="step flow" id="finish" aria-labelledby="finish-h">
      <h2 id="finish-h">{say('finish')}</h2>
      {complete && handoff.completedAt !== null ? (
        <Done data={data} completedAt={handoff.completedAt} />
      ) : (
        <>
          {handoff.state !== 'open' && <p>{resultOf(data)}</p>}
          {reasons.length === 0 && mayWork ? (
            <Next data={data} doing="finish">
              <FinishForm data={data} view={view} />
            </Next>
          ) : (
            <Act id="finish" shell={view.shell} reasons={reasons} columns>
              {say('finish_button')}
            </Act>
          )}
          <p class="quiet">
            {data.refusedBy.finishing} {say('finish_note')}{' '}
            {mayWork && handoff.state === 'open' && (
              <a href={`/referrals/${referral.id}/handoff/exception`}>{say('could_not')}</a>
            )}
          </p>
        </>
      )}
      <Corrected data={data} />
      {mayWork && (
        <p>
          <a href={`/referrals/${referral.id}/handoff/corrections`}>{say('correct')}</a>
        </p>
      )}
    </section>
  )
}
