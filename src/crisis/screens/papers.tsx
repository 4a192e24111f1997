import { screen, type View } from '#access/screen.ts'
import { Page, Phone, Table } from '#design/contract.ts'
import {
  lookCard,
  lookForm,
  lookRoster,
  lookScript,
  type SeenPapers,
  type SeenRoster,
} from '../look-papers.ts'
import { checkedWords } from './checked.tsx'
import { Head, Leads } from './paper-head.tsx'
import { kindWords, paperWords, treeWords } from './paper-words.ts'
import { Roster } from './roster.tsx'
import { rosterWords, teamKindWords } from './roster-words.ts'
import { stepsOf } from './script-steps.ts'
import { Questions, Tree } from './standard-tables.tsx'

const say = paperWords()
const tree = treeWords()
const kind = kindWords()
const roster = rosterWords()
const team = teamKindWords()

const CardPage = (data: SeenPapers, view: View) => (
  <Page shell={view.shell}>
    <div class="flow paper short">
      <Head paper="card" data={data} />
      {data.missing.length > 0 && (
        <p>{say('missing', { responses: data.missing.map((each) => tree(each)).join(', ') })}</p>
      )}
      <Table
        caption={<span class="vh">{say('contacts')}</span>}
        rows={data.contacts}
        columns={[
          { head: say('who'), cell: (row) => `${row.name} (${kind(row.kind)})` },
          { head: say('number'), cell: (row) => <Phone number={row.number} /> },
          { head: say('hours'), cell: (row) => row.hours ?? say('any_hour') },
          { head: say('checked'), cell: (row) => checkedWords(row, data) },
        ]}
      />
      <p class="quiet">{say('checked_within', { days: data.withinDays })}</p>
      <Leads title={say('leads')} data={data} />
    </div>
  </Page>
)

const ScriptPage = (data: SeenPapers, view: View) => (
  <Page shell={view.shell}>
    <div class="flow paper">
      <Head paper="script" data={data} />
      <ol>
        {stepsOf(data.standard.body, data.answered).map(({ what, detail }) => (
          <li>
            <b>{what}</b>
            {detail !== undefined && <>. {detail}</>}
          </li>
        ))}
      </ol>
      <Questions body={data.standard.body} empty={false} />
      <Tree body={data.standard.body} contacts={data.contacts} />
    </div>
  </Page>
)

const later = [
  'box_level',
  'box_response',
  'role_stays',
  'role_caregiver',
  'role_writes',
  'role_return',
  'box_caregiver',
  'box_clinician',
  'box_report',
  'box_handover',
] as const

/** Lines to write on, two side by side. */
const Blanks = ({ lines }: { lines: readonly Parameters<typeof say>[0][] }) => (
  <ul role="list" class="blanks">
    {lines.map((line) => (
      <li>{say(line as 'box_student')}</li>
    ))}
  </ul>
)

const FormPage = (data: SeenPapers, view: View) => (
  <Page shell={view.shell}>
    <div class="flow paper">
      <Head paper="form" data={data} />
      <p>{say('form_lead')}</p>
      <Blanks lines={['box_student', 'box_where', 'box_began', 'box_known_by', 'box_by']} />
      <h2>{say('step_safe')}</h2>
      <ul role="list" class="blanks">
        {data.standard.body.actions.map(({ what }) => (
          <li>☐ {what}</li>
        ))}
      </ul>
      <Questions body={data.standard.body} empty />
      <h2>{say('box_later')}</h2>
      <Blanks lines={later} />
    </div>
  </Page>
)

const RosterPage = (data: SeenRoster, view: View) => (
  <Page shell={view.shell}>
    <div class="flow paper short">
      <Head paper="roster" data={data} />
      {data.lacks.length > 0 && (
        <p>{roster('lacks', { missing: data.lacks.map((each) => team(each).toLowerCase()).join(', ') })}</p>
      )}
      {data.school === null ? (
        <p>{roster('choose')}</p>
      ) : (
        <Roster caption={roster('roster_of', { school: data.school.name })} members={data.members} />
      )}
      <Leads title={roster('told')} data={data} />
    </div>
  </Page>
)

export const paperScreens = [
  screen({ address: '/crisis/papers/card', title: say('card'), look: lookCard, page: CardPage }),
  screen({ address: '/crisis/papers/script', title: say('script'), look: lookScript, page: ScriptPage }),
  screen({ address: '/crisis/papers/form', title: say('form'), look: lookForm, page: FormPage }),
  screen({ address: '/crisis/papers/roster', title: say('roster'), look: lookRoster, page: RosterPage }),
]
