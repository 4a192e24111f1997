import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Empty, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { handOverWork } from '../hand-over-work.ts'
import { lookLeftWork, type SeenLeftWork } from '../look-left-work.ts'
import { leftWorkWords } from './left-work-words.ts'

const say = leftWorkWords()
const role = roleWords()

type Group = SeenLeftWork['left'][number]
type Row = Group['rows'][number]

const Work = ({ row: { kind, id, number, focus } }: { row: Row }) => {
  if (kind === 'referral') return <a href={`/referrals/${id}`}>{say('referral', { number: number ?? 0 })}</a>
  if (kind === 'task') return <a href={`/review-tasks/${id}`}>{say('task', { number: number ?? 0 })}</a>
  return <a href={`/supports/${id}`}>{say('support', { focus: focus ?? '' })}</a>
}

const choicesOf = (people: Group['able']) => [
  { value: '', label: say('choose') },
  ...people.map(({ id, name, role: held }) => ({
    value: id,
    label: say('as', { name, role: role(held as Parameters<typeof role>[0]) }),
  })),
]

const Giving = ({ group, view }: { group: Group; view: View }) => {
  const { personId, schoolId, able, deciders, improvers, rows, concerns, improvements } = group
  const field = kept(view)
  return (
    <Form to="/left-work" shell={view.shell} layout="flow" hidden={{ personId, schoolId }}>
      {rows.length > 0 && (
        <Field
          {...field('toId')}
          id={`to-${personId}-${schoolId}`}
          type="select"
          label={say('to')}
          options={choicesOf(able)}
        />
      )}
      {improvements > 0 && (
        <Field
          {...field('improvementsToId')}
          id={`improvements-to-${personId}-${schoolId}`}
          type="select"
          label={say('improvements_to')}
          options={choicesOf(improvers)}
        />
      )}
      {concerns > 0 && (
        <Field
          {...field('concernsToId')}
          id={`concerns-to-${personId}-${schoolId}`}
          type="select"
          label={say('concerns_to')}
          hint={say('concerns_hint')}
          options={choicesOf(deciders)}
        />
      )}
      <p>
        <Button kind="go">{say('give')}</Button>
      </p>
    </Form>
  )
}

const Held = ({ rows }: Pick<Group, 'rows'>) => (
  <Table
    caption={say('caption')}
    rows={rows}
    columns={[
      {
        head: say('student'),
        cell: (row) => (
          <a href={`/students/${row.studentId}`}>
            <bdi>{row.studentName}</bdi>
          </a>
        ),
      },
      { head: say('work'), cell: (row) => <Work row={row} /> },
    ]}
  />
)

const Left = ({ group, view, mayGive }: { group: Group; view: View; mayGive: boolean }) => {
  const { personId, personName: name, schoolId, schoolName: school, rows } = group
  const { referrals, supports, tasks, concerns, improvements } = group
  const heading = `left-${personId}-${schoolId}`
  return (
    <section class="flow" aria-labelledby={heading}>
      <h2 id={heading}>{say('left_by', { name, school })}</h2>
      <p>
        {say('how_much', { referrals, supports, tasks, concerns })}{' '}
        {improvements > 0 && say('how_much_after', { improvements })}
      </p>
      {mayGive && (
        <>
          {rows.length > 0 && <Held rows={rows} />}
          <Giving group={group} view={view} />
        </>
      )}
    </section>
  )
}

const LeftWorkPage = ({ left, mayGive, more }: SeenLeftWork, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>{say(mayGive ? 'lead' : 'lead_count')}</p>
    </PageHead>
    <div class="flow">
      {left.length === 0 && <Empty fact={say('none')} note={say('none_note')} />}
      {left.map((group) => (
        <Left group={group} view={view} mayGive={mayGive} />
      ))}
      {more && <p>{say('more')}</p>}
    </div>
  </Page>
)

export const leftWorkScreen = screen({
  address: '/left-work',
  title: say('title'),
  look: lookLeftWork,
  page: LeftWorkPage,
  nav: { section: 'work', label: say('title'), order: 8 },
})

export const leftWorkResource = resource({
  address: 'POST /left-work',
  act: handOverWork,
  stands: leftWorkScreen,
  then: () => '/left-work',
})
