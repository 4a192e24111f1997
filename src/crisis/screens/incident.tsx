import { screen, type View } from '#access/screen.ts'
import { ButtonLink, ErrorSummary, Events, LivePage, Mark } from '#design/contract.ts'
import { type IncidentData, incidentPage } from '../incident-page.ts'
import { momentOf } from '../look-live.ts'
import { clockTime } from './clock-time.ts'
import { callsOf } from './calls.ts'
import { EnteredInError } from './entered-in-error.tsx'
import { Family, Told } from './incident-parts.tsx'
import { EndingAsked, Endings } from './endings.tsx'
import { NowDo } from './now-do.tsx'
import { Head } from './where-and-when.tsx'
import { Later, Owner, Repeat, Writing } from './incident-head.tsx'
import { offlineWorker } from './offline-worker.ts'
import { ToldWithoutConsent } from './told-without.tsx'
import { Reviews } from './departure-steps.tsx'
import { say } from './screen-words.ts'
import { Steps } from './steps.tsx'
import { detailOf, whatOf } from './written.ts'

/** What happened, in its order, with who wrote it down; then what is owed of the lead. */
const Script = ({ data }: { data: IncidentData }) => {
  const known = data.script.map(({ step, state, at, who }) => {
    const time = at === null ? undefined : clockTime(data, at)
    const owed = state.startsWith('now')
    const name = step === 'started' ? data.openedBy : who
    return {
      s: state,
      sort: owed ? Number.POSITIVE_INFINITY : Number(at),
      what: say(`step_${step}`),
      ...(at !== null && { at }),
      ...(time !== undefined && { time: owed ? say('by', { at: time }) : time }),
      ...(name !== null && { detail: <bdi>{name}</bdi> }),
    }
  })
  const written = data.entries.map((entry) => ({
    s: entry.kind === 'caregiver_told' && data.toldLate ? ('done late' as const) : ('done' as const),
    sort: Number(entry.happenedAt),
    at: entry.happenedAt,
    time: clockTime(data, entry.happenedAt),
    what: whatOf(data, entry),
    detail: <bdi>{detailOf(data, entry)}</bdi>,
  }))
  return (
    <section class="script" aria-labelledby="script" data-part="script">
      <h2 id="script">{say('script')}</h2>
      <Events events={[...known, ...written].sort((one, other) => one.sort - other.sort)} />
    </section>
  )
}

/** Where the incident came from, for those who may open it. */
const OpenedBy = ({ data: { incident, mayOpenTriage } }: { data: IncidentData }) => {
  const { decisionId, concernId } = incident
  if (!mayOpenTriage || (decisionId === null && concernId === null)) return null
  const [href, label] =
    decisionId === null
      ? [`/concerns/${concernId}/triage`, say('concern')]
      : [`/decisions/${decisionId}`, say('decision')]
  return (
    <p>
      <ButtonLink kind="text" href={href}>
        {label}
      </ButtonLink>
    </p>
  )
}

/** The stalled loop from which somebody said that risk has risen: it goes on beside the crisis. */
const CameFrom = ({ data: { cameFrom } }: { data: IncidentData }) => (
  <>
    {cameFrom.map((escalationId) => (
      <p>
        <ButtonLink kind="text" href={`/escalations/${escalationId}`}>
          {say('stalled_loop')}
        </ButtonLink>
      </p>
    ))}
  </>
)

/** While an incident runs its page hears what others write down. */
function hears({ incident, alerts, when: { pressedAt } }: IncidentData) {
  const address = `/crisis/incidents/${incident.id}`
  const events = `${address}/events?at=${momentOf(incident, alerts)}`
  const page = pressedAt === undefined ? address : `${address}?${new URLSearchParams({ pressed: pressedAt })}`
  return incident.state === 'closed' ? {} : { hears: { page, events } }
}

/** What stands beside an incident while it runs. */
const Running = ({ data, view }: { data: IncidentData; view: View }) => (
  <>
    <Steps data={data} view={view} />
    <Later data={data} view={view} />
    <Endings data={data} view={view} />
  </>
)

function IncidentPage(data: IncidentData, view: View) {
  const { contacts, lead, incident } = data
  if (data.entered !== null) return <EnteredInError data={data} entered={data.entered} view={view} />
  const isDrill = incident.drillId !== null
  return (
    <LivePage
      shell={view.shell}
      calls={callsOf(contacts, lead)}
      drill={isDrill}
      // Without a network a device offers numbers that ring: a drill has its page, or the paper.
      {...(!isDrill && { worker: offlineWorker })}
      {...hears(data)}
    >
      <Head data={data} />
      <ErrorSummary errors={view.problem?.because ?? []} />
      <Writing data={data} />
      <p>
        <Mark s="now" />
        <b>{say('stay')}</b>
      </p>
      <Repeat data={data} />
      <Owner data={data} view={view} />
      <Reviews data={data} view={view} />
      <EndingAsked data={data} view={view} />
      <div class="live-grid">
        <NowDo data={data} view={view} />
        <Script data={data} />
        <div class="live-side" data-part="side">
          <Told data={data} />
          {data.caregivers.length > 0 && <Family data={data} />}
          {incident.state !== 'closed' && <Running data={data} view={view} />}
          <ToldWithoutConsent data={data} />
          <OpenedBy data={data} />
          <CameFrom data={data} />
        </div>
      </div>
      <p class="quiet">{say('saved')}</p>
    </LivePage>
  )
}

export const incidentScreen = screen({
  address: '/crisis/incidents/:incidentId',
  title: say('incident'),
  look: incidentPage,
  typed: ['name'],
  page: IncidentPage,
})
