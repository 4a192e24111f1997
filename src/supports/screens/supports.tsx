import { screen, type View } from '#access/screen.ts'
import { type Column, Empty, Page, PageHead, Pager, State, Table, Tabs, Tag } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { supportList } from '../support-page.ts'
import { stateWords } from '../words.ts'
import { say } from './screen-words.ts'
import { marks } from './support.tsx'

type List = Awaited<ReturnType<typeof supportList.see>>
type Line = List['supports'][number]

const stateSays = stateWords()

const columns = (today: string): Column<Line>[] => [
  {
    head: say('who'),
    cell: ({ id, studentName, grade, schoolName, highRiskAt }) => (
      <>
        <a href={`/supports/${id}`}>
          <bdi>{studentName}</bdi>
        </a>{' '}
        {highRiskAt !== null && <Tag kind="high">{say('high_risk')}</Tag>}
        <br />
        <span class="quiet">{say('grade_school', { grade, school: schoolName })}</span>
      </>
    ),
  },
  { head: say('focus'), cell: ({ focus }) => focus },
  { head: say('owner'), cell: ({ owner }) => owner },
  { head: say('review'), cell: ({ reviewOn }) => dayWords(reviewOn, today) },
  { head: say('state'), cell: ({ state }) => <State s={marks[state]}>{stateSays(state)}</State> },
]

function Supports({ supports, mine, today, first, next }: List, view: View) {
  const here = mine ? '/supports?mine=yes' : '/supports'
  return (
    <Page shell={view.shell}>
      <PageHead title={say('supports')} />
      <Tabs
        label={say('supports_show')}
        tabs={[
          { href: '/supports', label: say('supports_all'), current: !mine },
          { href: '/supports?mine=yes', label: say('supports_mine'), current: mine },
        ]}
      />
      {supports.length === 0 ? (
        <Empty fact={say('supports_none')} note={say('supports_none_next')} />
      ) : (
        <Table caption={say('supports_caption')} columns={columns(today)} rows={supports} />
      )}
      <Pager
        {...(!first && { previous: here })}
        {...(next !== undefined && { next: `${here}${mine ? '&' : '?'}after=${next}` })}
      />
    </Page>
  )
}

export const supportsScreen = screen({
  address: '/supports',
  title: say('supports'),
  look: supportList,
  page: Supports,
  nav: { section: 'work', label: say('supports'), order: 40 },
})
