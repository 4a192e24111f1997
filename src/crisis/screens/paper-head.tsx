import { Banner, PageHead, Phone } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SeenPapers } from '../look-papers.ts'
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
export const Leads = ({ title, data: { leads } }: { title: string; data: SeenPapers }) => (
  <section class="flow" aria-labelledby="leads">
    <h2 id="leads">{title}</h2>
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
