import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Mark } from '#design/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { clockTime } from './clock-time.ts'
import { liveWords } from './live-words.ts'
import { Coming } from './response-steps.tsx'
import { say } from './screen-words.ts'
import { StepForm } from './steps.tsx'

const live = liveWords()

type Part = { data: IncidentData; view: View }

const Now = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <section class="now-do box flow" aria-labelledby="now-do" data-part="now">
    <h2 id="now-do">
      <Mark s="now" />
      {heading}
    </h2>
    {children}
  </section>
)

const Answer = ({ data, view }: Part) => (
  <Now heading={say('now_answer')}>
    <Act
      id="answer"
      kind="go"
      big
      to={`/crisis/incidents/${data.incident.id}/acknowledgement`}
      shell={view.shell}
    >
      {say('now_answer_do')}
    </Act>
  </Now>
)

/** Whether the lead has answered, and what happens if nobody does. */
const Waiting = ({ data }: { data: IncidentData }) => {
  const { alerts, next } = data
  const led = alerts.find(({ acknowledgedAt }) => acknowledgedAt !== null)
  const last = alerts.at(-1)
  if (last === undefined) return <p>{say('now_nobody_do')}</p>
  if (led?.acknowledgedAt) {
    return <p>{say('now_led_at', { name: led.name, at: clockTime(data, led.acknowledgedAt) })}</p>
  }
  const due = clockTime(data, last.ackDueAt)
  return (
    <p>
      <b>{say('now_waiting', { name: last.name, at: clockTime(data, last.sentAt) })}</b>{' '}
      {next === null ? say('now_waiting_again', { due }) : say('now_waiting_next', { due, next })}
    </p>
  )
}

/** The one thing to do now, from what the record knows. Nobody waits for the lead to do it. */
export const NowDo = ({ data, view }: Part) => {
  if (data.incident.state === 'closed') return null
  if (data.owesAnswer) return <Answer data={data} view={view} />
  return (
    <Now heading={live(data.step)}>
      <Waiting data={data} />
      {data.step !== 'response' && <Coming data={data} view={view} />}
      <StepForm step={data.step} data={data} view={view} />
    </Now>
  )
}
