import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { ErrorSummary, LivePage, MarkedList } from '#design/contract.ts'
import { crisisPage } from '../crisis-page.ts'
import { callsOf } from './calls.ts'
import { offlineWorker } from './offline-worker.ts'
import { Papers } from './paper-list.tsx'
import { say } from './screen-words.ts'
import { type Crisis, errorsOf, Start } from './start.tsx'

const Running = ({ crisis: { incidents, timeZone, at } }: { crisis: Crisis }) => (
  <section aria-labelledby="running">
    <h2 id="running">{say('running')}</h2>
    <MarkedList
      items={incidents.map(({ id, state, studentName, schoolName, startedAt }) => ({
        s: state === 'open' ? 'late' : 'now',
        text: (
          <>
            <a href={`/crisis/incidents/${id}`}>
              <bdi>{studentName ?? say('running_unnamed')}</bdi>
            </a>
            , {schoolName}, {say('running_since', { at: momentWords(startedAt, { timeZone, now: at }) })}
          </>
        ),
      }))}
    />
  </section>
)

/** For an agency: the numbers are above, and the school hears of it as a safety signal. */
const AtAgency = () => (
  <>
    <p class="lead">{say('agency_lead')}</p>
    <p>
      {say('agency_tell')} <a href="/inbox">{say('agency_inbox')}</a>
    </p>
  </>
)

function CrisisPage(crisis: Crisis, view: View) {
  const { school } = crisis
  return (
    <LivePage
      shell={view.shell}
      calls={callsOf(crisis.contacts, crisis.lead)}
      {...(school !== null && { worker: offlineWorker })}
    >
      <p class="crumb">
        {crisis.student?.mayOpen !== true ? (
          <a href="/today">{say('leave')}</a>
        ) : (
          <a href={`/students/${crisis.student.id}`}>{say('leave_to_student')}</a>
        )}
      </p>
      <div class="flow">
        <h1>{say('crisis')}</h1>
        {school === null ? (
          <AtAgency />
        ) : (
          <>
            <ErrorSummary errors={errorsOf(view, school)} />
            <p class="lead">{say('crisis_lead')}</p>
            <Start crisis={crisis} school={school} view={view} />
          </>
        )}
        {crisis.incidents.length > 0 && <Running crisis={crisis} />}
        <Papers followsAll={crisis.followsAll} keeps={school !== null} readsTeam={crisis.readsTeam} />
      </div>
    </LivePage>
  )
}

export const crisisScreen = screen({
  address: '/crisis',
  title: say('crisis'),
  look: crisisPage,
  typed: ['school'],
  page: CrisisPage,
})
