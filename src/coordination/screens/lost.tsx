import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Late, Page, PageHead, Table } from '#design/contract.ts'
import { lookLost, type SeenLost } from '../look-lost.ts'
import { lostWords, needWords, openTypeWords } from '../lost-words.ts'

const say = lostWords()
const type = openTypeWords()
const need = needWords()

const Findings = ({ data }: { data: SeenLost }) =>
  data.findings.length === 0 ? (
    <p>{say('here_none')}</p>
  ) : (
    <Table
      caption={say('caption')}
      rows={data.findings}
      columns={[
        {
          head: say('what'),
          cell: ({ recordType, number }) => (
            <>
              {type(recordType)}
              {number !== null && <>, {say('number', { number })}</>}
            </>
          ),
        },
        { head: say('school'), cell: ({ schoolName }) => schoolName },
        { head: say('missing'), cell: ({ lacks }) => need(lacks) },
        {
          head: say('now'),
          cell: ({ repaired }) => (repaired ? say('repaired') : <Late>{say('still')}</Late>),
        },
      ]}
    />
  )

const Last = ({ data }: { data: SeenLost }) => {
  const { last } = data
  if (last === undefined) return <p>{say('never')}</p>
  return (
    <section class="flow">
      <p>
        {say('last', { at: momentWords(last.checkedAt, data), open: last.open })}{' '}
        {last.found === 0 ? say('whole') : say('found', last)}
      </p>
      {last.found > 0 && <Findings data={data} />}
    </section>
  )
}

const Before = ({ data }: { data: SeenLost }) =>
  data.before.length === 0 ? null : (
    <section class="flow" aria-labelledby="before-h">
      <h2 id="before-h">{say('before')}</h2>
      <ul>
        {data.before.map((check) => (
          <li>{say('before_line', { ...check, at: momentWords(check.checkedAt, data) })}</li>
        ))}
      </ul>
    </section>
  )

const LostPage = (data: SeenLost, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        {say('lead')} {say('lead_risk')}
      </p>
      <p class="row">
        <a href="/left-work">{say('left_work')}</a> <a href="/absences">{say('away')}</a>
      </p>
    </PageHead>
    <Last data={data} />
    <Before data={data} />
  </Page>
)

/** What the house proves each night: nothing open is without an owner, a next action, a clock and a list. */
export const lostScreen = screen({
  address: '/lost',
  title: say('title'),
  look: lookLost,
  page: LostPage,
  nav: { section: 'care', label: say('menu'), order: 26 },
})
