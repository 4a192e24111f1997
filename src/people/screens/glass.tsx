import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { timeOf } from '#district/contract.ts'
import { breakGlass } from '../break-glass.ts'
import { endOpening } from '../end-opening.ts'
import { lookGlass } from '../look-openings.ts'
import { openingLimits, openingReasons, type RecordOpening } from '../opening.ts'
import { glassWords, openingReasonWords } from '../opening-words.ts'

const say = glassWords()
const because = openingReasonWords()
type Data = Awaited<ReturnType<typeof lookGlass.see>>

const End = ({ row, view }: { row: RecordOpening; view: View }) => (
  <Form to={`/break-glass/${row.id}/end`} shell={view.shell}>
    <Button kind="text">
      {say('end')}
      <span class="vh"> {row.studentName}</span>
    </Button>
  </Form>
)

const OpenNow = ({ data, view }: { data: Data; view: View }) => (
  <section class="flow" aria-labelledby="open-now">
    <h2 id="open-now">{say('opened')}</h2>
    <Table
      caption={<span class="vh">{say('opened')}</span>}
      rows={data.open}
      columns={[
        {
          head: say('head_student'),
          cell: ({ studentId, studentName }) => (
            <a href={`/students/${studentId}`}>
              <bdi>{studentName}</bdi>
            </a>
          ),
        },
        { head: say('head_until'), cell: ({ endsAt }) => timeOf(data.calendar, endsAt), fit: true },
        { head: say('head_end'), cell: (row) => <End row={row} view={view} />, fit: true },
      ]}
    />
  </section>
)

const Why = ({ view }: { view: View }) => {
  const field = kept(view)
  const { value: chosen, ...reason } = field('reason')
  return (
    <>
      <Choices
        {...reason}
        legend={say('reason')}
        options={openingReasons.map((value) => ({ value, label: because(value) }))}
        {...(chosen !== undefined && { chosen })}
      />
      <Field
        {...field('words')}
        type="textarea"
        label={say('words')}
        hint={say('words_hint')}
        rows={4}
        maxlength={openingLimits.mostWords}
      />
    </>
  )
}

/** Who is meant: a number in full, and a proof that one knows whose it is. */
const Who = ({ view }: { view: View }) => {
  const field = kept(view)
  return (
    <>
      <Field
        {...field('number')}
        label={say('number')}
        hint={say('number_hint')}
        width="mid"
        maxlength={40}
      />
      <Field
        {...field('bornOn')}
        type="date"
        label={say('born_on')}
        hint={say('born_hint')}
        width="short"
        optional
      />
      <Field {...field('name')} label={say('name')} maxlength={160} optional />
    </>
  )
}

const GlassPage = (data: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p class="lead">{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <section class="flow read" aria-label={say('what')}>
        <ul>
          <li>{say('reads')}</li>
          <li>{say('told')}</li>
          <li>{say('trail')}</li>
        </ul>
        <p>
          <b>{say('danger')}</b>
        </p>
      </section>
      {data.open.length > 0 && <OpenNow data={data} view={view} />}
      <Form to="/break-glass" shell={view.shell} layout="box read flow">
        <Who view={view} />
        <Why view={view} />
        <p class="quiet">{say('tries')}</p>
        <Button kind="go">{say('open')}</Button>
      </Form>
    </div>
  </Page>
)

export const glassScreen = screen({
  address: '/break-glass',
  title: say('title'),
  look: lookGlass,
  page: GlassPage,
  nav: {
    section: 'find',
    label: say('title'),
    order: 90,
    // Whoever covers every school has nobody beyond their reach.
    stands: async ({ actor }) => actor.schoolIds !== null,
  },
})

export const glassResource = resource({
  address: 'POST /break-glass',
  act: breakGlass,
  stands: glassScreen,
  then: ({ studentId }) => `/students/${studentId}`,
})

export const openingEndResource = resource({
  address: 'POST /break-glass/:openingId/end',
  act: endOpening,
  stands: glassScreen,
  at: () => ({}),
  then: () => '/today',
})
