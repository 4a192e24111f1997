import { Banner, PageHead, Phone, Table } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SeenPapers } from '../look-papers.ts'
import { checkedWords } from './checked.tsx'
import { paperWords } from './paper-words.ts'

const say = paperWords()

type Paper = 'card' | 'script' | 'form' | 'roster'

/** What every sheet begins with: whose it is, and that a sample is one. */
export const Head = ({ paper, data }: { paper: Paper; data: SeenPapers }) => (
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

/** The lead and those who stand in, in the order in which they are told. */
export const Leads = ({ title, data }: { title: string; data: SeenPapers }) => (
  <section class="flow" aria-labelledby="leads">
    <h2 id="leads">{title}</h2>
    {data.leads.length === 0 ? (
      <p>{say('no_leads')}</p>
    ) : (
      <Table
        caption={<span class="vh">{title}</span>}
        rows={data.leads}
        columns={[
          { head: say('who'), cell: ({ name }) => <bdi>{name}</bdi> },
          {
            head: say('number'),
            cell: ({ number }) => (number === null ? say('no_number') : <Phone number={number} />),
          },
          { head: say('checked'), cell: (row) => checkedWords(row, data) },
        ]}
      />
    )}
  </section>
)
