import type { View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Choices,
  Filter,
  Form,
  kept,
  keptAll,
  Late,
  Meant,
  Narrow,
  Table,
} from '#design/contract.ts'
import { type Choosing, isTyped } from '#platform/choosing.ts'
import type { Coverage, ListedReview } from '../coverage-store.ts'
import { reviewWords } from '../screen-words.ts'

const say = reviewWords()

type Counts = Pick<Coverage, 'open' | 'reviewed'>
type Due = { dueOn: string | undefined; today: string }

/** How many nobody reviewed: marked where the day by which it is due has come. */
export const Left = ({ of, due }: { of: Counts; due?: Due }) => {
  const left = of.open - of.reviewed
  if (left === 0) return <>{say('none_left')}</>
  return due?.dueOn !== undefined && due.dueOn > due.today ? <>{left}</> : <Late>{String(left)}</Late>
}

/** How much of each school was reviewed this week. @param open what the first number is of */
export const WeekTable = ({
  rows,
  caption,
  open,
  due,
}: {
  rows: readonly Coverage[]
  caption: string
  open: string
  due: Due
}) => (
  <Table
    caption={caption}
    narrow="pairs"
    rows={rows}
    columns={[
      { head: say('school'), cell: ({ schoolName }) => schoolName },
      { head: open, num: true, cell: (row) => row.open },
      { head: say('reviewed'), num: true, cell: ({ reviewed }) => reviewed },
      { head: say('put_off'), num: true, cell: ({ deferred }) => deferred },
      { head: say('left'), num: true, cell: (row) => <Left of={row} due={due} /> },
    ]}
  />
)

/** The meeting that goes on, where one does: the one thing to press. */
export const UnderWay = ({ reviews }: { reviews: readonly ListedReview[] }) => {
  const going = reviews.filter(({ closedAt }) => closedAt === null)
  if (going.length === 0) return null
  return (
    <div class="flow">
      {going.map(({ id, schoolNames }) => (
        <p>
          <ButtonLink kind="go" href={`/reviews/${id}`}>
            {say('go_on', { schools: schoolNames.join(', ') })}
          </ButtonLink>
        </p>
      ))}
    </div>
  )
}

type Schools = readonly { id: string; name: string }[]

/** Begins a meeting about some of the schools a page shows. */
export const Begin = ({
  to,
  note,
  shown,
  view,
}: {
  to: string
  note: string
  shown: Schools
  view: View
}) => {
  const { value, ...field } = kept(view)('schoolIds')
  const only = shown.length === 1 ? shown.map(({ id }) => id) : []
  const chosen = value === undefined ? only : keptAll(view, 'schoolIds')
  return (
    <section class="after flow" aria-labelledby="begin">
      <h2 id="begin">{say('begin')}</h2>
      <Form to={to} shell={view.shell} layout="box read flow">
        <p>{note}</p>
        <Choices
          {...field}
          many
          legend={say('which_schools')}
          chosen={chosen}
          options={shown.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button kind="go">{say('begin_save')}</Button>
      </Form>
    </section>
  )
}

/** Where there are more schools than one page shows. */
export const OneSchool = ({ to, choice, shell }: { to: string; choice: Choosing; shell: View['shell'] }) => (
  <>
    <p class="quiet">{say('first_schools')}</p>
    <Filter to={to} typed={isTyped(choice) ? shell : undefined}>
      <Narrow name="school" label={say('one_school')} choosing={choice} all={say('all')} clear={to} />
    </Filter>
    <Meant label={say('one_school')} choosing={choice} href={(id) => `${to}?school=${id}`} />
  </>
)
