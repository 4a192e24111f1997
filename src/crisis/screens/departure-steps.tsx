import { Button, Choices, Field } from '#design/contract.ts'
import type { RiskLevel } from '#standards/contract.ts'
import type { Entry } from '../entry.ts'
import { departureFindings } from '../review-departure.ts'
import { responseOf, toExplain } from '../departures.ts'
import { explanationOf, loweringsOf, reviewOf } from '../levels.ts'
import { treeWords } from './paper-words.ts'
import { fieldsOf, type Part, say, StaffField, Step } from './step-parts.tsx'

const tree = treeWords()
const levelOf = (run: Entry) => tree(run.what as RiskLevel)

/** Why a run says less than the high one before it, and who else looks at it. */
const Lower = ({ data, view, run }: Part & { run: Entry }) => {
  const part = `lower-${run.id}`
  const field = fieldsOf(view, part)
  return (
    <section class="flow" aria-labelledby={part}>
      <h3 id={part}>{say('lower', { level: levelOf(run) })}</h3>
      <p>{say('lower_hint')}</p>
      <Step data={data} view={view} to="departures" hidden={{ part, callId: run.id }} layout="flow">
        <Field {...field('reason')} id={`reason-${run.id}`} label={say('lower_reason')} maxlength={500} />
        <StaffField
          data={data}
          field={field('reviewerId')}
          label={say('call_reviewer')}
          id={`reviewer-${run.id}`}
        />
        <p>
          <Button>{say('explain_save')}</Button>
        </p>
      </Step>
    </section>
  )
}

/** The last run, where it says less than high and nobody agreed to that yet. */
export const Lowerings = ({ data, view }: Part) => {
  const run = loweringsOf(data.entries).at(-1)
  if (run === undefined || data.level !== 'high' || reviewOf(data.entries, run) !== undefined) return null
  const explained = explanationOf(data.entries, run)
  if (explained === undefined) return <Lower data={data} view={view} run={run} />
  return <p>{say('lower_waits', { level: levelOf(run), name: explained.personName ?? '' })}</p>
}

function headingOf(each: Entry): string {
  if (each.kind === 'rubric_run') return say('review_run', { level: levelOf(each) })
  if (each.kind === 'step_skipped') return say('review_left', { step: say(each.what as 'rubric') })
  return say('review', { response: tree(responseOf(each)) })
}

const Review = ({ data, view, call }: Part & { call: Entry }) => {
  const part = `review-${call.id}`
  const field = fieldsOf(view, part)
  const { value, ...given } = field('finding')
  const labels = { was_right: say('review_right'), to_learn_from: say('review_learn') }
  return (
    <section class="box flow" aria-labelledby={part}>
      <h2 id={part}>{headingOf(call)}</h2>
      <p>{say('review_why', { reason: explanationOf(data.entries, call)?.words ?? '' })}</p>
      <Step data={data} view={view} to="departures/reviews" hidden={{ part, callId: call.id }} layout="flow">
        <Choices
          {...given}
          legend={say('review_words')}
          options={departureFindings.map((finding) => ({ value: finding, label: labels[finding] }))}
          chosen={value ?? []}
        />
        <Field {...field('words')} type="textarea" label={say('review_words')} />
        <p>
          <Button kind="go">{say('review_save')}</Button>
        </p>
      </Step>
    </section>
  )
}

/** What whoever was asked to look at a departure still owes. */
export const Reviews = ({ data, view }: Part) => (
  <>
    {toExplain(data)
      .filter(
        (each) =>
          explanationOf(data.entries, each)?.personId === data.reader &&
          each.enteredBy !== data.reader &&
          reviewOf(data.entries, each) === undefined,
      )
      .map((each) => (
        <Review data={data} view={view} call={each} />
      ))}
  </>
)
