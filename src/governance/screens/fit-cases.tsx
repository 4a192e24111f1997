import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { type Column, Empty, Page, PageHead, Table } from '#design/contract.ts'
import { fitWords } from '../fit-words.ts'
import { lookFitCases, type SeenFitCases } from '../look-fit-cases.ts'
import type { FitCase } from '../triage-fit-store.ts'

const say = fitWords()
type Side = 'over' | 'under'
const opens = { over: ['/referrals', 'referral'], under: ['/supports', 'support'] } as const

function columnsOf(seen: SeenFitCases, side: Side): Column<FitCase>[] {
  const [address, name] = opens[side]
  return [
    {
      head: say('student'),
      cell: ({ studentId, studentName }) => (
        <a href={`/students/${studentId}`}>
          <bdi>{studentName}</bdi>
        </a>
      ),
    },
    { head: say('school'), cell: ({ schoolName }) => schoolName },
    { head: say('indicated'), fit: true, cell: ({ indicated: path }) => say('path', { path }) },
    { head: say('decided'), fit: true, cell: ({ decidedAt }) => momentWords(decidedAt, seen) },
    {
      head: say('open'),
      cell: ({ id, studentName }) => (
        <a href={`${address}/${id}`}>
          {say(name)}{' '}
          <span class="vh">
            <bdi>{studentName}</bdi>
          </span>
        </a>
      ),
    },
  ]
}

const Cases = ({ seen, side }: { seen: SeenFitCases; side: Side }) => {
  const list = seen[side]
  if (list === undefined) return null
  return (
    <section class="after flow" id={side} aria-labelledby={`${side}-h`}>
      <h2 id={`${side}-h`}>{say(side)}</h2>
      {list.cases.length === 0 ? (
        <Empty fact={say('no_case')} />
      ) : (
        <Table caption={say('caption')} rows={list.cases} columns={columnsOf(seen, side)} />
      )}
      {list.more && <p>{say('more', { count: list.cases.length })}</p>}
    </section>
  )
}

const FitCasesPage = (seen: SeenFitCases, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('cases_title')} crumb={{ href: '/triage-report', label: say('title') }} />
    <Cases seen={seen} side="over" />
    <Cases seen={seen} side="under" />
  </Page>
)

/** Each case behind the triage report. */
export const fitCasesScreen = screen({
  address: '/triage-report/cases',
  title: say('cases_title'),
  look: lookFitCases,
  page: FitCasesPage,
})
