import { screen, type View } from '#access/screen.ts'
import {
  ButtonLink,
  type Column,
  Empty,
  type MarkState,
  Page,
  PageHead,
  Pager,
  State,
  Table,
} from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { Partner } from '../partner.ts'
import { lookPartners } from '../look-partners.ts'
import { inOneLine, payersInOneLine } from '../in-one-line.ts'
import { screenWords } from '../screen-words.ts'
import { choosingWords, directoryWords } from '../words.ts'
import { Filters } from './partner-filters.tsx'

const say = screenWords()
const said = directoryWords()
const why = choosingWords()

type Data = Awaited<ReturnType<typeof lookPartners.see>>
type Row = Data['partners'][number]

/** The same address with one thing changed; a page begins anew when the order or the filter changes. */
function addressWith(query: View['query'], changes: Record<string, string | undefined>): string {
  const kept = { ...query, after: undefined, before: undefined, ...changes }
  const pairs = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return pairs.length === 0 ? '/partners' : `/partners?${new URLSearchParams(pairs)}`
}

const marks: Record<Partner['acceptance'], MarkState> = {
  accepting: 'done',
  waitlist: 'due',
  full: 'end',
  paused: 'end',
}

const roomWords = ({ acceptance, openPlaces }: Row) =>
  acceptance === 'accepting'
    ? `${said('acceptance_accepting')}, ${said('places', { count: openPlaces })}`
    : said(`acceptance_${acceptance}`)

/** What the room itself does not say: the agency is not on board, or has no route. */
const otherwise = ({ unavailable }: Row) => unavailable.filter((code) => code !== 'full' && code !== 'paused')

const Room = ({ row }: { row: Row }) => (
  <>
    <State s={row.unavailable.length > 0 && row.acceptance === 'accepting' ? 'end' : marks[row.acceptance]}>
      {roomWords(row)}
    </State>
    {[row.acceptanceNote, ...otherwise(row).map((code) => why(code))].filter(Boolean).map((note) => (
      <>
        <br />
        <small>{note}</small>
      </>
    ))}
  </>
)

const timesOf = (row: Row) => [
  ...row.modalities.map((modality) => said(`modality_${modality}`)),
  ...(row.afterSchool ? [say('after_school')] : []),
  ...(row.weekends ? [say('weekends')] : []),
]

function columnsFor({ sort, today }: Data, query: View['query']): Column<Row>[] {
  const by = (name: string, now: 'ascending' | 'descending') => ({
    href: addressWith(query, { sort: name }),
    now: sort === name ? now : undefined,
  })
  return [
    {
      head: say('head_agency'),
      cell: (row) => <a href={`/partners/${row.id}`}>{row.name}</a>,
      sort: by('name', 'ascending'),
    },
    { head: say('head_room'), cell: (row) => <Room row={row} />, sort: by('places', 'descending') },
    { head: say('head_languages'), cell: (row) => row.languages.map((tag) => languageName(tag)).join(', ') },
    { head: say('head_where'), cell: (row) => inOneLine(timesOf(row)) },
    { head: say('head_payers'), cell: (row) => payersInOneLine(row.payers) },
    {
      head: say('head_updated'),
      fit: true,
      cell: (row) => dayWords(row.updatedOn, today),
      sort: by('updated', 'ascending'),
    },
  ]
}

/** One agency, and nothing chosen that hides others: there is nothing to narrow down. */
const isWorthFiltering = ({ partners, previous, next }: Data, { query }: View): boolean =>
  partners.length > 1 || Boolean(previous ?? next) || Object.keys(query).some((name) => name !== 'sort')

const PartnersPage = (data: Data, view: View) => {
  const { previous, next } = data
  return (
    <Page shell={view.shell}>
      <PageHead title={say('partners')}>
        <p>{say('partners_lead')}</p>
      </PageHead>
      <div class="flow">
        {data.mayAdd && (
          <p>
            <ButtonLink href="/partners/new">{say('add')}</ButtonLink>
          </p>
        )}
        {isWorthFiltering(data, view) && <Filters view={view} languages={data.languages} />}
        {data.partners.length === 0 ? (
          <Empty fact={say('none_fact')} note={say('none_note')}>
            <ButtonLink href="/partners">{say('all_partners')}</ButtonLink>
          </Empty>
        ) : (
          <Table
            caption={say(`caption_${data.sort}`)}
            columns={columnsFor(data, view.query)}
            rows={data.partners}
          />
        )}
      </div>
      <Pager
        previous={previous && addressWith(view.query, { before: previous })}
        next={next && addressWith(view.query, { after: next })}
      />
    </Page>
  )
}

export const partnersScreen = screen({
  address: '/partners',
  title: say('partners'),
  look: lookPartners,
  page: PartnersPage,
  nav: { section: 'find', label: say('partners'), order: 10 },
})
