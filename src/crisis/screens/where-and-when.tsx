import { momentWords } from '#consent/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { knownByWords } from './known-by-words.ts'
import { say } from './screen-words.ts'

const way = knownByWords()

const Since = ({ data }: { data: IncidentData }) => {
  const minutes = Math.max(0, Math.floor((data.at.getTime() - data.incident.startedAt.getTime()) / 60_000))
  const hours = Math.floor(minutes / 60)
  const long =
    hours < 24
      ? say('since_long', { hours, minutes: minutes % 60 })
      : say('since_days', { days: Math.floor(hours / 24), hours: hours % 24 })
  const started = momentWords(data.incident.startedAt, { timeZone: data.timeZone, now: data.at })
  return (
    <p class="since">
      {minutes < 60 ? say('since', { count: minutes }) : long}
      <span class="quiet">{say('since_at', { at: started })}</span>
    </p>
  )
}

function whereOf({ incident, schoolName }: IncidentData): string {
  const { place, onPremises } = incident
  const premises = onPremises === null ? null : say(onPremises ? 'on_premises' : 'off_premises')
  return say('where', { where: [schoolName, place, premises].filter((part) => part !== null).join(', ') })
}

/** How it became known, beside where it is. */
const KnownBy = ({
  data: {
    incident: { knownBy },
  },
}: {
  data: IncidentData
}) => (knownBy === null ? null : <p class="quiet">{say('known', { how: way(knownBy) })}</p>)

const nameOf = ({ student, incident }: IncidentData) =>
  student?.name ?? say(incident.drillId === null ? 'not_named' : 'drill_student')

/** Whom it is about, where it is, how it became known, and how long it runs. */
export const Head = ({ data }: { data: IncidentData }) => (
  <>
    <p class="crumb">
      <a href="/crisis">{say('leave_page')}</a> <span class="quiet">{say('keeps_running')}</span>
    </p>
    <div class="page-head" data-part="head">
      <div>
        <p class="quiet">{whereOf(data)}</p>
        <KnownBy data={data} />
        <h1>
          <bdi>{nameOf(data)}</bdi>
        </h1>
      </div>
      <Since data={data} />
    </div>
  </>
)
