import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import type { Share } from '../caseload.ts'
import { lookCaseloads, type SeenCaseloads } from '../look-caseloads.ts'
import { helpWords, navigationWords, optionWords } from '../screen-words.ts'

const say = navigationWords()
const option = optionWords()
const helpKind = helpWords()

const Shares = ({ of, named }: { of: readonly Share[]; named: (of: string) => string }) => (
  <>{of.map((share) => say('share', { of: named(share.of), count: share.open })).join(', ')}</>
)
const language = (tag: string) => (tag === 'unknown' ? say('language_unknown') : languageName(tag))

const Carried = ({ data }: { data: SeenCaseloads }) =>
  data.caseloads.length === 0 ? (
    <Empty fact={say('caseloads_none')} />
  ) : (
    <Table
      caption={say('caseloads_caption')}
      rows={data.caseloads}
      columns={[
        { head: say('navigator'), cell: (row) => <bdi>{row.navigatorName}</bdi> },
        { head: say('open'), cell: (row) => row.open, num: true },
        { head: say('high_need'), cell: (row) => row.highNeed, num: true },
        { head: say('late'), cell: (row) => row.late, num: true },
        { head: say('schools'), cell: (row) => <Shares of={row.schools} named={(name) => name} /> },
        { head: say('languages'), cell: (row) => <Shares of={row.languages} named={language} /> },
      ]}
    />
  )

const Help = ({ data }: { data: SeenCaseloads }) => (
  <section aria-labelledby="help-h">
    <h2 id="help-h">{say('title')}</h2>
    <p>{say('help_lead')}</p>
    <Table
      caption={<span class="vh">{say('title')}</span>}
      rows={data.help}
      columns={[
        { head: say('kind'), cell: (row) => helpKind(row.kind) },
        { head: say('help_asked'), cell: (row) => row.asked, num: true },
        { head: say('help_given'), cell: (row) => row.given, num: true },
        { head: say('help_not_given'), cell: (row) => row.notGiven, num: true },
        { head: say('help_owed'), cell: (row) => row.asked - row.given - row.notGiven, num: true },
      ]}
    />
  </section>
)

const Options = ({ data }: { data: SeenCaseloads }) => (
  <section aria-labelledby="options-h">
    <h2 id="options-h">{say('options')}</h2>
    <p>{say('options_lead')}</p>
    <Table
      caption={<span class="vh">{say('options')}</span>}
      rows={data.options}
      columns={[
        { head: say('option'), cell: (row) => option(row.option ?? 'none') },
        { head: say('due'), cell: (row) => row.due, num: true },
        { head: say('held'), cell: (row) => row.held, num: true },
        { head: say('missed'), cell: (row) => row.missed, num: true },
        {
          head: say('rate'),
          cell: (row) =>
            row.rate === null ? say('no_rate') : say('percent', { percent: Math.round(row.rate * 100) }),
          num: true,
        },
      ]}
    />
  </section>
)

const CaseloadsPage = (data: SeenCaseloads, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('caseloads')}>
      <p>
        {say('caseloads_lead')} {data.readsRecords && <a href="/caseloads/cycling">{say('cycling_see')}</a>}
      </p>
    </PageHead>
    <Carried data={data} />
    {data.help.length > 0 && <Help data={data} />}
    {data.options.length > 0 && <Options data={data} />}
  </Page>
)

/** What navigators carry, and whether flexible visits are kept more often. */
export const caseloadsScreen = screen({
  address: '/caseloads',
  title: say('caseloads'),
  look: lookCaseloads,
  page: CaseloadsPage,
})
