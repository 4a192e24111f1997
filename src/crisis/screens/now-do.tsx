import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Mark } from '#design/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { clockTime } from './clock-time.ts'
import { say } from './screen-words.ts'

type Part = { data: IncidentData; view: View }

const Now = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <section class="now-do box flow" aria-labelledby="now-do">
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

/** The one thing to do now, from what the record knows. */
export const NowDo = ({ data, view }: Part) => {
  const { alerts, next, owesAnswer } = data
  const led = alerts.find(({ acknowledgedAt }) => acknowledgedAt !== null)
  if (owesAnswer) return <Answer data={data} view={view} />
  if (led?.acknowledgedAt) {
    return (
      <Now heading={say('now_led', { name: led.name })}>
        <p>{say('now_led_since', { at: clockTime(data, led.acknowledgedAt) })}</p>
      </Now>
    )
  }
  const last = alerts.at(-1)
  if (last === undefined) {
    return (
      <Now heading={say('now_nobody')}>
        <p>{say('now_nobody_do')}</p>
      </Now>
    )
  }
  const due = clockTime(data, last.ackDueAt)
  return (
    <Now heading={say('now_waiting', { name: last.name, at: clockTime(data, last.sentAt) })}>
      <p>{next === null ? say('now_waiting_again', { due }) : say('now_waiting_next', { due, next })}</p>
    </Now>
  )
}
