import type { ComponentChildren } from 'preact'
import { reasonsShown } from '#access/reasons-shown.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, ErrorSummary, Page, PageHead, Table } from '#design/contract.ts'
import { lookSearch, mostFound } from '../look-search.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

type Data = Awaited<ReturnType<typeof lookSearch.see>>

const addresses = {
  student: (id: string) => `/students/${id}`,
  concern: (id: string) => `/concerns/new/${id}`,
  details: (id: string) => `/students/${id}/details`,
  readers: (id: string) => `/students/${id}/readers`,
}

const Section = ({
  id,
  title,
  rows,
  children,
}: {
  id: string
  title: string
  rows: readonly unknown[]
  children: ComponentChildren
}) =>
  rows.length === 0 ? null : (
    <section class="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {rows.length >= mostFound && <p class="hint">{say('first_twenty', { count: mostFound })}</p>}
    </section>
  )

const Students = ({ students, opens }: Data) => (
  <Section id="students" title={say('students')} rows={students}>
    <Table
      caption={say('students_caption')}
      rows={students}
      columns={[
        { head: say('head_name'), cell: (row) => <a href={addresses[opens](row.id)}>{row.name}</a> },
        { head: say('head_grade'), cell: (row) => (row.grade === 'unknown' ? say('no_grade') : row.grade) },
        { head: say('head_school'), cell: (row) => row.schoolName },
        { head: say('head_local_id'), cell: (row) => row.localId },
      ]}
    />
  </Section>
)

const Referrals = ({ referrals, side }: Data) => (
  <Section id="referrals" title={say(side === 'partner' ? 'referrals_sent' : 'referrals')} rows={referrals}>
    <Table
      caption={say('referrals_caption')}
      rows={referrals}
      columns={[
        {
          head: say('head_referral'),
          cell: (row) => (
            <a href={`/${side === 'partner' ? 'inbox' : 'referrals'}/${row.id}`}>
              {say('numbered', { number: row.number })}
            </a>
          ),
        },
        { head: say('head_student'), cell: (row) => row.name },
        { head: say('head_state'), cell: (row) => say(row.endedAt === null ? 'open' : 'ended') },
      ]}
    />
  </Section>
)

const Partners = ({ partners }: Data) => (
  <Section id="partners" title={say('partners')} rows={partners}>
    <ul>
      {partners.map(({ id, name }) => (
        <li>
          <a href={`/partners/${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  </Section>
)

const SearchPage = (data: Data, view: View) => {
  const { typed, asked, students, referrals, partners, breaksGlass } = data
  const found = students.length + referrals.length + partners.length
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={asked && found > 0 ? say('found_for', { typed }) : say('search')}>
        {!asked && <p>{say(typed === '' ? 'search_lead' : 'too_short')}</p>}
      </PageHead>
      {asked && found === 0 && (
        <Empty fact={say('nothing', { typed })} note={say('nothing_note')}>
          {breaksGlass && (
            <p>
              {say('need_now')} <a href="/break-glass">{say('need_now_link')}</a>
            </p>
          )}
        </Empty>
      )}
      <div class="flow">
        <Students {...data} />
        <Referrals {...data} />
        <Partners {...data} />
      </div>
    </Page>
  )
}

export const searchScreen = screen({
  address: '/search',
  title: say('search'),
  look: lookSearch,
  page: SearchPage,
  typed: ['q'],
})
