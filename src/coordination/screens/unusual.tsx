import { roleWords } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { lookUnusual, type SeenUnusual } from '../look-unusual.ts'
import { instantsOf } from './instants.ts'
import { unusualWords } from './unusual-words.ts'

const say = unusualWords()
const sayRole = roleWords()

const Readings = ({ seen }: { seen: SeenUnusual }) => {
  const at = instantsOf(seen)
  return (
    <Table
      caption={<span class="vh">{say('caption')}</span>}
      rows={seen.unusual}
      columns={[
        { head: say('who'), cell: ({ personName, role }) => `${personName}, ${sayRole(role)}` },
        {
          head: say('student'),
          cell: ({ student, students }) =>
            student === null ? (
              say('several', { count: students })
            ) : (
              <a href={`/students/${student.id}/readers`}>
                <bdi>{student.name}</bdi>
              </a>
            ),
        },
        { head: say('why'), cell: ({ why }) => why.map((each) => say(each)).join('; ') },
        { head: say('times'), cell: ({ times }) => times, num: true },
        { head: say('last'), cell: ({ lastAt }) => at.both(lastAt) },
      ]}
    />
  )
}

function UnusualPage(seen: SeenUnusual, { shell }: View) {
  return (
    <Page shell={shell}>
      <PageHead title={say('title')}>
        <p class="lead">{say('lead', { days: seen.days })}</p>
      </PageHead>
      {seen.unusual.length === 0 ? (
        <Empty fact={say('none')} note={say('none_note')} />
      ) : (
        <Readings seen={seen} />
      )}
      {seen.more > 0 && <p>{say('more', { count: seen.more })}</p>}
    </Page>
  )
}

/** Readings worth a question, in the privacy officer's menu. */
export const unusualScreen = screen({
  address: '/privacy/unusual',
  title: say('title'),
  look: lookUnusual,
  page: UnusualPage,
  nav: { section: 'records', label: say('title'), order: 30 },
})
