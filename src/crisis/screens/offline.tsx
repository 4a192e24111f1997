import type { ComponentChildren } from 'preact'
import { screen, type View } from '#access/screen.ts'
import { Banner, Button, ButtonLink, Field, Form, LivePage, MarkedList, Phone } from '#design/contract.ts'
import { crisisResponses, isExternal } from '#standards/contract.ts'
import { incidentRoles } from '../entry.ts'
import { lookOffline, type SeenOffline } from '../look-offline.ts'
import { callsOf } from './calls.ts'
import { liveWords } from './live-words.ts'
import { offlineWorker } from './offline-worker.ts'
import { offlineWords } from './offline-words.ts'
import { kindWords, paperWords, treeWords } from './paper-words.ts'
import { stepsOf } from './script-steps.ts'

const say = offlineWords()
const paper = paperWords()
const kind = kindWords()
const live = liveWords()
const tree = treeWords()

type Part = { data: SeenOffline; view: View }

/** One press. The worker of the device fills in which incident it is of. */
const Press = ({
  view,
  to,
  hidden,
  children,
}: {
  view: View
  to: string
  hidden: Record<string, string>
  children: ComponentChildren
}) => (
  <Form to={`/crisis/incidents${to}`} shell={view.shell} hidden={hidden}>
    <Button big>{children}</Button>
  </Form>
)

/** So many schools have a press each. Of more there is a list, and all are in it. */
const fewSchools = 6

const Begin = ({ data: { schools, isMany }, view }: Part) => (
  <div data-begin={say('begin')}>
    {schools.length > 0 && (
      <Form to="/crisis/incidents" shell={view.shell} layout="flow">
        {schools.length > fewSchools ? (
          <>
            <Field
              type="select"
              name={isMany ? 'school' : 'schoolId'}
              label={say('school')}
              options={[
                { value: '', label: say('school_choose') },
                ...schools.map(({ id, name }) => ({ value: isMany ? name : id, label: name })),
              ]}
            />
            <Button big>{say('begin')}</Button>
          </>
        ) : (
          schools.map(({ id, name }) => (
            <Button big name="schoolId" value={id}>
              {schools.length === 1 ? say('begin') : say('begin_at', { school: name })}
            </Button>
          ))
        )}
      </Form>
    )}
  </div>
)

/**
 * Presses of the script that need no word: only there while the device answers for the house. Where it has to
 * be said at which school an incident begins they come after that.
 */
const Presses = ({ data, view }: Part) => (
  <div class="flow" hidden {...(data.schools.length > 1 ? { 'data-begun': true } : { 'data-offline': true })}>
    <h2>{say('what')}</h2>
    {data.standard.actions.map(({ code, what }) => (
      <Press view={view} to="/~/safety" hidden={{ action: code }}>
        {what}
      </Press>
    ))}
    <h2>{say('called')}</h2>
    {crisisResponses.filter(isExternal).map((response) => (
      <Press view={view} to="/~/responses" hidden={{ response }}>
        {say('called_it', { response: tree(response) })}
      </Press>
    ))}
    <h2>{say('who')}</h2>
    {incidentRoles.map((role) => (
      <Press view={view} to="/~/roles" hidden={{ self: 'yes', role }}>
        {say('i_do', { role: live(`role_${role}`) })}
      </Press>
    ))}
  </div>
)

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
