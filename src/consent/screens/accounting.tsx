import { type Role, roleWords } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Pager, Table } from '#design/contract.ts'
import type { Crossed } from '../accounting-store.ts'
import { accountingWords } from '../accounting-words.ts'
import { type Accounting, lookAccounting, papers } from '../look-accounting.ts'
import { momentWords, type Reading } from '../moment.ts'
import { consentWords } from '../words.ts'
import { FamilyAccounting } from './accounting-family.tsx'
import { Listings, Openings, Readings } from './accounting-read.tsx'
import { related } from './consent-history.tsx'
import { item, wordOr } from './item-words.ts'

const say = accountingWords()
const said = consentWords()
const sayRole = roleWords()

const method = (code: string) => said(`method.${code}` as 'method.paper')

const way = (crossed: Crossed) =>
  crossed.basis === 'consent'
    ? say(crossed.direction, { partner: crossed.partnerName })
    : say('to_other', { office: crossed.recipientOffice })

/** On whose word it crossed, or on which ground without one. */
const basis = (crossed: Crossed, reading: Reading): string => {
  if (crossed.basis !== 'consent')
    return crossed.basis === 'mandated_report'
      ? say('report_line', { name: crossed.recipientName })
      : say('emergency_line', { threat: crossed.threat ?? say('threat_owed'), name: crossed.recipientName })
  return say('basis_line', {
    name: crossed.grantorName,
    relationship: related(crossed.relationship),
    method: method(crossed.method),
    at: momentWords(crossed.givenAt, reading),
    version: crossed.wordingVersion,
    purpose: wordOr(`purpose.${crossed.purpose}`, crossed.purpose),
    number: crossed.referralNumber,
  })
}

/** The notice that stands with whatever concerns care under 42 CFR Part 2. */
const Basis = ({ crossed, reading }: { crossed: Crossed; reading: Reading }) => (
  <>
    {basis(crossed, reading)}
    {crossed.basis === 'consent' && crossed.partTwo && (
      <>
        <br />
        <small>{say('redisclosure')}</small>
      </>
    )}
  </>
)

const by = ({ byName, byRole }: Crossed) =>
  byRole === null ? say('by_unknown') : [byName ?? say('system'), sayRole(byRole as Role)].join(', ')

/** Paper is kept for years and read on another day: each day with its year there. */
const readingOf = ({ timeZone, now, paper }: Accounting): Reading => ({
  timeZone,
  now: paper === undefined ? now : new Date(0),
})

const Crossings = ({ data }: { data: Accounting }) => (
  <Table
    caption={<span class="vh">{say('crossings')}</span>}
    rows={data.crossed}
    columns={[
      { head: say('when'), cell: ({ at }) => momentWords(at, readingOf(data)) },
      { head: say('what'), cell: ({ items }) => items.map(item).join('; ') },
      { head: say('way'), cell: way },
      { head: say('basis'), cell: (crossed) => <Basis crossed={crossed} reading={readingOf(data)} /> },
      { head: say('by'), cell: by },
    ]}
  />
)

/** The same on paper, for whom it is meant. */
const Papers = ({ own, paper }: { own: string; paper: Accounting['paper'] }) => (
  <p class="screen row">
    {say('whole')}:
    {papers.map((each) =>
      each === paper ? (
        <b>{say(`for.${each}`)}</b>
      ) : (
        <a href={`${own}?whole=yes&to=${each}`}>{say(`for.${each}`)}</a>
      ),
    )}
  </p>
)

const Ways = ({ data: { student, paper } }: { data: Accounting }) => {
  const own = `/students/${student.id}/accounting`
  return (
    <>
      {paper !== undefined && <p>{say(paper === 'file' ? 'file_copy' : 'family_copy')}</p>}
      {paper !== undefined && <p class="screen">{say('print')}</p>}
      <Papers own={own} paper={paper} />
      <p class="screen">
        {paper !== undefined && (
          <>
            <a href={own}>{say('paged')}</a>
            {' · '}
          </>
        )}
        <a href={`/students/${student.id}/readers`}>{say('readers')}</a>
        {' · '}
        <a href={`/students/${student.id}/explanation`}>{say('explanation')}</a>
      </p>
    </>
  )
}

function AccountingPage(data: Accounting, view: View) {
  if (data.paper === 'caregiver' || data.paper === 'student')
    return <FamilyAccounting data={data} view={view} />
  const { shell } = view
  const { student, crossed, next, opened, listed, read } = data
  return (
    <Page shell={shell}>
      <PageHead
        crumb={{ href: '/search', label: say('search') }}
        title={say('title_of', { name: student.name })}
      >
        <p class="lead">{say('lead')}</p>
        <p>{say('as_of', { at: momentWords(data.now, { ...data, now: new Date(0) }) })}</p>
        <Ways data={data} />
      </PageHead>
      {crossed.length === 0 ? (
        <Empty fact={say('none')} note={say('none_note')} />
      ) : (
        <Crossings data={data} />
      )}
      <Pager next={next === undefined ? undefined : `/students/${student.id}/accounting?after=${next}`} />
      {read !== undefined && <Readings read={read} reading={readingOf(data)} />}
      {listed !== undefined && <Listings listed={listed} reading={readingOf(data)} />}
      {opened !== undefined && <Openings opened={opened} reading={readingOf(data)} />}
    </Page>
  )
}

/** What crossed about one student. The title names nobody: it stands in the history of a browser. */
export const accountingScreen = screen({
  address: '/students/:studentId/accounting',
  title: say('title'),
  look: lookAccounting,
  page: AccountingPage,
})
