import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { dayWords } from '#district/contract.ts'
import { Act, Banner, Button, Field, Form } from '#design/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { clockTime } from './clock-time.ts'
import { endingKindWords, endingPageWords } from './ending-words.ts'
import { liveWords } from './live-words.ts'
import { say as page } from './screen-words.ts'

const live = liveWords()
const ending = endingPageWords()
const kind = endingKindWords()

/** That the student had a crisis not long before: whoever leads looks at what is different now [R110]. */
export const Repeat = ({ data: { repeatsOn, today } }: { data: IncidentData }) =>
  repeatsOn === null ? null : (
    <Banner kind="slow">{live('repeat', { day: dayWords(repeatsOn, today) })}</Banner>
  )

/** That it is closed; where it was no crisis of a student of this school, as what it ended. */
function endedWords({ incident: { endedAs }, timeZone, at: now }: IncidentData, closedAt: Date): string {
  const at = momentWords(closedAt, { timeZone, now })
  return endedAs === null ? live('closed', { at }) : ending('ended', { how: kind(endedAs), at })
}

/** Who has it, and how somebody else who may lead takes it over. */
export const Owner = ({ data, view }: { data: IncidentData; view: View }) => {
  const { incident, owner } = data
  if (incident.closedAt !== null)
    return (
      <p>
        {endedWords(data, incident.closedAt)}{' '}
        {incident.drillId !== null && data.drillStands && (
          <a href={`/drills/${incident.drillId}`}>{live('drill_of')}</a>
        )}
        {data.reviewStands && <a href={`/crisis/incidents/${incident.id}/review`}>{live('review_of')}</a>}{' '}
        {data.planStands && <a href={`/returns/${incident.id}`}>{live('return_of')}</a>}
      </p>
    )
  return (
    <div data-part="owner">
      <p>
        {live('owner', { name: owner.name })}{' '}
        <a href={`/crisis/incidents/${incident.id}`}>{live('new_entries')}</a>
      </p>
      {data.mayTake && (
        <Act
          id="take"
          to={`/crisis/incidents/${incident.id}/owner`}
          hidden={{ fromId: owner.id }}
          shell={view.shell}
        >
          {live('take')}
        </Act>
      )}
    </div>
  )
}

/** What happened before is written down with its own time: every form of the page carries it then. */
export const Later = ({ data: { incident, when }, view }: { data: IncidentData; view: View }) => (
  <details class="more" open={when['atTime'] !== undefined}>
    <summary>{live('written_later')}</summary>
    <Form to={`/crisis/incidents/${incident.id}`} shell={view.shell} method="query" layout="flow">
      <p class="hint">{live('written_later_hint')}</p>
      <Field name="at" type="time" width="short" label={live('written_time')} value={when['atTime'] ?? ''} />
      <Field
        name="day"
        type="date"
        width="mid"
        optional
        label={live('written_day')}
        value={when['onDay'] ?? ''}
      />
      <p>
        <Button>{live('written_use')}</Button>
      </p>
    </Form>
  </details>
)

/** That the page writes down something that happened before. */
export function Writing({ data }: { data: IncidentData }) {
  const { incident, when } = data
  const { atTime, onDay, pressedAt } = when
  if (atTime === undefined && pressedAt === undefined) return null
  return (
    <Banner kind="slow">
      {pressedAt === undefined
        ? live('written_now', { at: [onDay, atTime].filter(Boolean).join(' ') })
        : page('pressed_step', { at: clockTime(data, new Date(pressedAt)) })}{' '}
      <a href={`/crisis/incidents/${incident.id}`}>{live('written_stop')}</a>
    </Banner>
  )
}
