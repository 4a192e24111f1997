import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Filter,
  Form,
  kept,
  Meant,
  Narrow,
  Page,
  PageHead,
  Table,
  Tag,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { type Choosing, isTyped } from '#platform/choosing.ts'
import { lookRounds, type SeenRounds } from '../look-rounds.ts'
import { openRound } from '../open-round.ts'
import { screeningWords } from '../screen-words.ts'

const say = screeningWords()
type Props = { data: SeenRounds }

const Rounds = ({ data }: Props) =>
  data.rounds.length === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <Table
      caption={<span class="vh">{say('rounds')}</span>}
      rows={data.rounds}
      columns={[
        {
          head: say('round'),
          cell: ({ id, title, sample }) => (
            <>
              <a href={`/screening/rounds/${id}`}>{title}</a> {sample && <Tag>{say('sample')}</Tag>}
            </>
          ),
        },
        { head: say('school'), cell: ({ schoolName }) => schoolName },
        { head: say('grades'), cell: ({ grades }) => grades.join(', ') },
        {
          head: say('when'),
          cell: ({ opensOn, closesOn }) =>
            say('between', { from: dayWords(opensOn, data.today), until: dayWords(closesOn, data.today) }),
        },
      ]}
    />
  )

/** Where there are more schools than a list holds, one is named first. */
const OneSchool = ({ choice, view }: { choice: Choosing; view: View }) => (
  <>
    <Filter to="/screening" typed={isTyped(choice) ? view.shell : undefined}>
      <Narrow name="school" label={say('one_school')} choosing={choice} all={say('all')} clear="/screening" />
    </Filter>
    <Meant label={say('one_school')} choosing={choice} href={(id) => `/screening?school=${id}`} />
  </>
)

const optionsOf = (options: readonly { value: string; label: string }[]) => [
  ...(options.length === 1 ? [] : [{ value: '', label: say('choose') }]),
  ...options,
]

const Asked = ({ data, view, choice }: Props & { view: View; choice: Choosing }) => {
  const field = kept(view)
  const schools = choice.offered ?? (choice.chosen === undefined ? [] : [choice.chosen])
  return (
    <>
      <Field
        {...field('schoolId')}
        type="select"
        label={say('school')}
        options={optionsOf(schools.map(({ id, name }) => ({ value: id, label: name })))}
      />
      <Field
        {...field('instrumentId')}
        type="select"
        label={say('instrument')}
        options={optionsOf(
          data.instruments.map(({ id, title, edition }) => ({
            value: id,
            label: say('edition_of', { title, edition }),
          })),
        )}
      />
    </>
  )
}

const Open = ({ data, view, choice }: Props & { view: View; choice: Choosing }) => {
  const field = kept(view, { opensOn: data.today, closesOn: data.today })
  const { value, ...grades } = field('grades')
  return (
    <section class="after flow" aria-labelledby="open-h">
      <h2 id="open-h">{say('open')}</h2>
      {choice.offered === null && <OneSchool choice={choice} view={view} />}
      <Form to="/screening" shell={view.shell} layout="box read flow">
        <Asked data={data} view={view} choice={choice} />
        <Choices
          {...grades}
          legend={say('grades')}
          many
          inline
          chosen={value ?? []}
          options={data.grades.map((grade) => ({ value: grade, label: grade }))}
        />
        <Field {...field('opensOn')} type="date" width="mid" label={say('from')} />
        <Field {...field('closesOn')} type="date" width="mid" label={say('until')} />
        <Button kind="go">{say('open_do')}</Button>
      </Form>
    </section>
  )
}

const RoundsPage = (data: SeenRounds, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>
        {say('lead')} <a href="/screening/instruments">{say('instruments')}</a>
      </p>
    </PageHead>
    <Rounds data={data} />
    {data.choice !== undefined && <Open data={data} view={view} choice={data.choice} />}
  </Page>
)

/** The screening rounds of one's schools, and the form that opens one. */
export const roundsScreen = screen({
  address: '/screening',
  title: say('title'),
  look: lookRounds,
  page: RoundsPage,
  typed: ['school'],
  nav: { section: 'care', label: say('title'), order: 27 },
})
export const roundsResource = resource({
  address: 'POST /screening',
  act: openRound,
  stands: roundsScreen,
  at: () => ({}),
  then: ({ roundId }) => `/screening/rounds/${roundId}`,
})
