import { screen, type View } from '#access/screen.ts'
import { Banner, ButtonLink, LivePage, MarkedList, Phone } from '#design/contract.ts'
import { lookOffline, type SeenOffline } from '../look-offline.ts'
import { callsOf } from './calls.ts'
import { Begin, Presses } from './offline-presses.tsx'
import { offlineWorker } from './offline-worker.ts'
import { offlineWords } from './offline-words.ts'
import { kindWords, paperWords } from './paper-words.ts'
import { Roster } from './roster.tsx'
import { rosterWords } from './roster-words.ts'
import { stepsOf } from './script-steps.ts'
import { Questions, Tree } from './standard-tables.tsx'

const say = offlineWords()
const paper = paperWords()
const kind = kindWords()
const roster = rosterWords()

const Waiting = () => (
  <section class="flow" aria-labelledby="waits" hidden data-waits>
    <h2 id="waits">{say('waits')}</h2>
    {/* One line of each kind, for the worker to make others like it. */}
    <MarkedList
      items={[
        { s: 'due', text: '~' },
        { s: 'late', text: '~' },
      ]}
    />
    <p class="hint">{say('waits_late')}</p>
  </section>
)

/** The crisis team of each school; of many schools they are on paper. */
const Teams = ({ data: { rosters, readsTeam } }: { data: SeenOffline }) =>
  readsTeam ? (
    <>
      <h2>{roster('roster')}</h2>
      {rosters.length === 0 && <p>{roster('paper_alone')}</p>}
      {rosters.map(({ name, members }) =>
        members.length === 0 ? (
          <p>
            {name}. {roster('nobody')}
          </p>
        ) : (
          <Roster caption={roster('roster_of', { school: name })} members={members} />
        ),
      )}
    </>
  ) : null

const Sheet = ({ data }: { data: SeenOffline }) => (
  <>
    <h2>{say('sheet')}</h2>
    {data.sample && <p class="quiet">{paper('sample')}</p>}
    <ol>
      {stepsOf(data.standard, data.answered).map(({ what, detail }) => (
        <li>
          <b>{what}</b>
          {detail !== undefined && <>. {detail}</>}
        </li>
      ))}
    </ol>
    <Questions body={data.standard} empty={false} />
    <Tree body={data.standard} contacts={data.numbers} />
    <h2>{say('numbers')}</h2>
    <ul role="list">
      {data.numbers.map(({ name, kind: of, number }) => (
        <li>
          {name === number ? kind(of) : name}: <Phone number={number} />
        </li>
      ))}
      {data.leads.map(({ name, phone }) => (
        <li>
          <bdi>{name}</bdi>
          {phone !== null && (
            <>
              : <Phone number={phone} />
            </>
          )}
        </li>
      ))}
    </ul>
    <Teams data={data} />
    <p class="quiet">{say('sheets')}</p>
  </>
)

/** Why the page is there: the worker of the device shows which it is, and where signing in leads back to. */
const Why = () => (
  <>
    <div hidden data-why="off">
      <Banner kind="slow">
        {say('off')} {say('off_how')}
      </Banner>
    </div>
    <div class="flow" hidden data-why="out">
      <Banner kind="slow">
        {say('out_what')} {say('out_how')}
      </Banner>
      <p>
        <ButtonLink href={`/sign-in?${new URLSearchParams({ to: '/crisis' })}`} kind="go" big>
          {say('sign_in')}
        </ButtonLink>
      </p>
    </div>
  </>
)

function OfflinePage(data: SeenOffline, view: View) {
  const { actor: _, ...shell } = view.shell
  const [lead] = data.leads
  return (
    <LivePage shell={shell} calls={callsOf(data.calls, lead ?? null)} worker={offlineWorker}>
      <p class="crumb" data-again>
        <a href="/crisis">{say('again')}</a>
      </p>
      <div class="flow" data-reader={data.reader}>
        <h1 data-out={say('out')}>{say('offline')}</h1>
        <Why />
        <p class="lead" data-online>
          {say('on')}
        </p>
        <Waiting />
        <Begin data={data} view={view} />
        <Presses data={data} view={view} />
        <Sheet data={data} />
      </div>
    </LivePage>
  )
}

export const offlineScreen = screen({
  address: '/crisis/offline',
  title: say('offline'),
  look: lookOffline,
  page: OfflinePage,
})
