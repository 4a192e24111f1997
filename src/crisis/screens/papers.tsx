import { screen, type View } from '#access/screen.ts'
import { Banner, Page, PageHead, Phone, Table } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { contactsFor } from '../contact.ts'
import { lookCard, lookForm, lookScript, type SeenPapers } from '../look-papers.ts'
import { kindWords, paperWords, treeWords } from './paper-words.ts'
import { stepsOf } from './script-steps.ts'

const say = paperWords()
const tree = treeWords()
const kind = kindWords()
const levels = ['low', 'moderate', 'high'] as const

type Paper = 'card' | 'script' | 'form'

/** What every sheet begins with: whose it is, and that a sample is one. */
const Head = ({ paper, data }: { paper: Paper; data: SeenPapers }) => (
  <>
    <PageHead title={say(paper)} crumb={{ href: '/crisis', label: say('papers') }}>
      <p>
        <b>{say('first')}</b> {data.school?.name ?? say('no_school')}.{' '}
        {say('printed', { day: dayWords(data.today, data.today), version: data.standard.version })}
      </p>
    </PageHead>
    {data.standard.sample && <Banner kind="slow">{say('sample')}</Banner>}
    <p class="screen quiet">
      {say('print')}{' '}
      {data.schools.length > 1 &&
        data.schools.map(({ id, name }) => (
          <>
            <a href={`/crisis/papers/${paper}?school=${id}`}>{say('choose_school', { school: name })}</a>{' '}
          </>
        ))}
    </p>
  </>
)

const Leads = ({ leads }: SeenPapers) => (
  <section class="flow" aria-labelledby="leads">
    <h2 id="leads">{say('leads')}</h2>
    {leads.length === 0 ? (
      <p>{say('no_leads')}</p>
    ) : (
      <ol>
        {leads.map(({ name, phone }) => (
          <li>
            <bdi>{name}</bdi> {phone !== null && <Phone number={phone} />}
          </li>
        ))}
      </ol>
    )}
  </section>
)

/** Since when a number is known to be right, and whether that is longer ago than the standard allows. */
function checkedWords(
  { checkedOn, isOwed }: SeenPapers['contacts'][number],
  { today, withinDays: days }: SeenPapers,
): string {
  if (checkedOn === null) return say('checked_never')
  const day = dayWords(checkedOn, today)
  return isOwed ? say('checked_late', { day, days }) : day
}

const CardPage = (data: SeenPapers, view: View) => (
  <Page shell={view.shell}>
    <div class="flow paper">
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
      <Leads {...data} />
    </div>
  </Page>
)

const Tree = ({ contacts, standard: { body } }: SeenPapers) => (
  <Table
    caption={say('step_response')}
    rows={levels}
    columns={[
      { head: say('box_level'), cell: (level) => tree(level) },
      {
        head: say('box_what'),
        cell: (level) =>
          [
            tree(body.tree[level]),
            ...contactsFor(contacts, body.tree[level]).map(({ number }) => number),
          ].join(', '),
      },
    ]}
  />
)

const Questions = ({ body: { items }, empty }: { body: SeenPapers['standard']['body']; empty: boolean }) => (
  <Table
    caption={say('step_rubric')}
    rows={items}
    columns={[
      { head: say('box_what'), cell: ({ question }) => question },
      ...levels.map((level) => ({
        head: tree(level),
        cell: (item: (typeof items)[number]) => (empty ? `☐ ${item[level]}` : item[level]),
      })),
    ]}
  />
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
      <Tree {...data} />
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
      <Blanks lines={['box_student', 'box_where', 'box_began', 'box_by']} />
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

export const paperScreens = [
  screen({ address: '/crisis/papers/card', title: say('card'), look: lookCard, page: CardPage }),
  screen({ address: '/crisis/papers/script', title: say('script'), look: lookScript, page: ScriptPage }),
  screen({ address: '/crisis/papers/form', title: say('form'), look: lookForm, page: FormPage }),
]
