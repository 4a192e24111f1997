import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import type { CrisisResponse, RiskLevel } from '#standards/contract.ts'
import { lookDepartures, type SeenDepartures } from '../look-departures.ts'
import { liveWords } from './live-words.ts'
import { treeWords } from './paper-words.ts'

const say = liveWords()
const tree = treeWords()

type Row = SeenDepartures['departures'][number]

const Found = ({ row }: { row: Row }) => {
  if (row.finding === null) {
    return row.reviewer === null ? (
      <b>{say('queue_unexplained')}</b>
    ) : (
      <b>{say('queue_waits', { name: row.reviewer })}</b>
    )
  }
  return (
    <>
      {say(row.finding === 'was_right' ? 'review_right' : 'review_learn')}. {row.found}
    </>
  )
}

function whatWords({ of, what }: Row): string {
  if (of === 'run') return say('queue_run', { level: tree(what as RiskLevel) })
  return of === 'step' ? say('queue_left', { step: say(what as 'rubric') }) : tree(what as CrisisResponse)
}

const calledWords = (row: Row) =>
  [
    whatWords(row),
    ...(row.of === 'step' ? [] : [say(`departs_${row.how ?? 'higher'}`)]),
    ...(row.isOverEscalated ? [say('off_standard')] : []),
  ].join(', ')

const Queue = ({ departures, timeZone, at: now }: SeenDepartures) => (
  <Table
    caption={<span class="vh">{say('queue')}</span>}
    rows={departures}
    columns={[
      {
        head: say('queue_when'),
        cell: ({ incidentId, at }) => (
          <a href={`/crisis/incidents/${incidentId}`}>{momentWords(at, { timeZone, now })}</a>
        ),
      },
      { head: say('queue_where'), cell: ({ schoolName }) => schoolName },
      { head: say('queue_level'), cell: ({ level }) => (level === null ? '' : tree(level)) },
      { head: say('queue_called'), cell: calledWords },
      { head: say('queue_why'), cell: ({ reason }) => reason ?? say('queue_unexplained') },
      { head: say('queue_found'), cell: (row) => <Found row={row} /> },
    ]}
  />
)

/** Which incidents used emergency services, so that use that could have been avoided is talked about. */
const Uses = ({ uses, timeZone, at: now }: SeenDepartures) => (
  <section class="flow" aria-labelledby="use">
    <h2 id="use">{say('use')}</h2>
    {uses.length === 0 ? (
      <p>{say('use_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('use')}</span>}
        rows={uses}
        columns={[
          {
            head: say('queue_when'),
            cell: ({ incidentId, at }) => (
              <a href={`/crisis/incidents/${incidentId}`}>{momentWords(at, { timeZone, now })}</a>
            ),
          },
          { head: say('queue_where'), cell: ({ schoolName }) => schoolName },
          {
            head: say('use_where'),
            cell: ({ disposition }) => (disposition === null ? '' : say(`place_${disposition}`)),
          },
          { head: say('use_called'), cell: ({ called }) => say(called ? 'use_yes' : 'use_no') },
          {
            head: say('use_level'),
            cell: ({ level }) => (level === null ? say('use_no_level') : tree(level)),
          },
        ]}
      />
    )}
  </section>
)

const DeparturesPage = (data: SeenDepartures, view: View) => {
  const { departures, waiting, days, overEscalated } = data
  return (
    <Page shell={view.shell}>
      <PageHead title={say('queue')} crumb={{ href: '/crisis', label: say('queue_back') }}>
        <p>
          {say('queue_lead', { count: departures.length, waiting, days })}{' '}
          {say('queue_over', { over: overEscalated })}
        </p>
      </PageHead>
      <div class="flow">
        {departures.length === 0 ? (
          <Empty fact={say('queue_none')} note={say('queue_none_hint')} />
        ) : (
          <Queue {...data} />
        )}
        <Uses {...data} />
      </div>
    </Page>
  )
}

export const departuresScreen = screen({
  address: '/crisis/departures',
  title: say('queue'),
  look: lookDepartures,
  page: DeparturesPage,
})
