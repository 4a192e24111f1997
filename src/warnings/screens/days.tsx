import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { codesOf, enterEvent } from '../enter-event.ts'
import { lookDays, type SeenDays } from '../look-days.ts'
import { eventKinds } from '../school-event.ts'
import { Reassessing } from './reassessing.tsx'
import { codeWords, kindWords, levelWords, warningWords } from '../screen-words.ts'

const say = warningWords()
const kindSaid = kindWords()
const level = levelWords()
const code = codeWords()
const codeSaid = (name: string) => (code.has(name) ? code(name as 'other') : name)

const Counts = ({ data }: { data: SeenDays }) => (
  <KeyList
    items={[
      { key: say('missed'), value: say('of_days', { missed: data.missed, all: data.schoolDays }) },
      { key: say('incidents'), value: String(data.incidents) },
      { key: say('exclusions'), value: String(data.exclusions) },
      ...data.warnings.map((each) => ({
        key: say('warnings'),
        value: say('warning', { level: level(each.level), day: dayWords(each.madeOn, data.today) }),
      })),
    ]}
  />
)

type Row = SeenDays['events'][number]
const when = ({ startsOn, endsOn }: Row, today: string) =>
  endsOn === null
    ? dayWords(startsOn, today)
    : say('until', { from: dayWords(startsOn, today), until: dayWords(endsOn, today) })

const Events = ({ data }: { data: SeenDays }) =>
  data.events.length === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <Table
      caption={say('caption')}
      rows={data.events}
      columns={[
        { head: say('day'), cell: (row) => when(row, data.today) },
        { head: say('kind'), cell: (row) => kindSaid(row.kind) },
        { head: say('code'), cell: (row) => (row.takenBack ? say('taken_back') : codeSaid(row.code)) },
      ]}
    />
  )

const choose = { value: '', label: say('choose') }

const Enter = ({ data, view }: { data: SeenDays; view: View }) => {
  const field = kept(view)
  const codes = eventKinds.flatMap((kind) =>
    codesOf[kind].map((name) => ({ value: name, label: `${kindSaid(kind)}: ${codeSaid(name)}` })),
  )
  return (
    <section class="flow" aria-labelledby="enter-h">
      <h2 id="enter-h">{say('enter')}</h2>
      <Form to={`/students/${data.student.id}/school-days`} shell={view.shell} layout="box read flow">
        <Field
          {...field('kind')}
          type="select"
          label={say('kind')}
          options={[choose, ...eventKinds.map((kind) => ({ value: kind, label: kindSaid(kind) }))]}
        />
        <Field {...field('code')} type="select" label={say('code')} options={[choose, ...codes]} />
        <Field {...field('startsOn')} type="date" width="short" label={say('on')} />
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}

const DaysPage = (data: SeenDays, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: `/students/${data.student.id}`, label: data.student.name }}>
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <Counts data={data} />
      <Events data={data} />
      <Reassessing data={data} view={view} />
      {data.mayEnter && <Enter data={data} view={view} />}
    </div>
  </Page>
)

/** A student's days missed, incidents and exclusions, and the form that enters one. */
export const daysScreen = screen({
  address: '/students/:studentId/school-days',
  title: say('title'),
  look: lookDays,
  page: DaysPage,
})
export const daysResource = resource({
  address: 'POST /students/:studentId/school-days',
  act: enterEvent,
  stands: daysScreen,
  then: ({ studentId }) => `/students/${studentId}/school-days`,
})
