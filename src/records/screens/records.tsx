import { reasonsShown } from '#access/reasons-shown.ts'
import { screen, type View } from '#access/screen.ts'
import { calendarDayWords } from '#consent/contract.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { lookRecords, type SeenRecords } from '../look-records.ts'
import { askers, owners, type RecordRequest, requestKinds } from '../request.ts'
import { answersTo } from '../rules.ts'
import { recordWords } from '../screen-words.ts'
import { Holds } from './holds.tsx'
import { AnswerLine } from './requests.tsx'

const say = recordWords()

type Props = { data: SeenRecords; view: View }
type Kept = { name: string; value?: string; error?: string }
const chosen = ({ value, ...field }: Kept) => ({ ...field, ...(value !== undefined && { chosen: value }) })
const labelled = <V extends string>(values: readonly V[], words: (value: V) => string) =>
  values.map((value) => ({ value, label: words(value) }))

const Requests = ({ data }: { data: SeenRecords }) => (
  <Table
    caption={<span class="vh">{say('requests')}</span>}
    rows={data.requests}
    columns={[
      {
        head: say('asked'),
        cell: ({ kind, owner, about }) => (
          <>
            {say(`kind.${kind}`)}. {say(`owner.${owner}`)}
            <br />
            <small>{about}</small>
          </>
        ),
      },
      {
        head: say('by'),
        cell: ({ askedByName, receivedOn }) => (
          <>
            <bdi>{askedByName}</bdi>, {calendarDayWords(receivedOn, data)}
          </>
        ),
      },
      {
        head: say('answer'),
        cell: (row) => (
          <>
            <AnswerLine row={row} reading={data} />
            {row.note !== null && (
              <>
                <br />
                <small>{row.note}</small>
              </>
            )}
          </>
        ),
      },
    ]}
  />
)

const AnswerForm = ({ data, view, row }: Props & { row: RecordRequest }) => {
  const mine = view.typed['_form'] === row.id ? view : { typed: {}, problem: undefined }
  const field = kept(mine)
  const own = (name: string) => ({ ...field(name), id: `${row.id}-${name}` })
  const day = calendarDayWords(row.receivedOn, data)
  return (
    <Form
      to={`/students/${data.student.id}/records/${row.id}/answer`}
      shell={view.shell}
      layout="box read flow"
      hidden={{ _form: row.id }}
    >
      <h3>{say('answer_title', { kind: say(`kind.${row.kind}`), day })}</h3>
      <Choices
        {...chosen(field('answer'))}
        legend={say('answer')}
        options={labelled(answersTo(row), (value) => say(`answer.${value}`))}
      />
      <Field
        {...own('note')}
        type="textarea"
        label={say('answer_note')}
        hint={say('answer_note_hint')}
        maxlength={2000}
      />
      {row.kind === 'correction' && row.owner === 'district' && (
        <Field
          {...own('statement')}
          type="textarea"
          label={say('answer_statement')}
          hint={say('answer_statement_hint')}
          maxlength={4000}
          optional
        />
      )}
      <Button>{say('answer_save')}</Button>
    </Form>
  )
}

/** What is asked, by whom, and whose record it is. */
const WhatAndWho = ({ field }: { field: ReturnType<typeof kept> }) => (
  <>
    <Choices
      {...chosen(field('kind'))}
      legend={say('add_kind')}
      inline
      options={labelled(requestKinds, (value) => say(`kind.${value}`))}
    />
    <Choices
      {...chosen(field('askedBy'))}
      legend={say('add_by')}
      inline
      options={labelled(askers, (value) => say(`asked_by.${value}`))}
    />
    <Field {...field('askedByName')} label={say('add_name')} maxlength={120} />
    <Choices
      {...chosen(field('owner'))}
      legend={say('add_owner')}
      hint={say('add_owner_hint')}
      options={labelled(owners, (value) => say(`owner.${value}`))}
    />
  </>
)

const Add = ({ data, view }: Props) => {
  const mine = view.typed['_form'] === 'request' ? view : { typed: {}, problem: undefined }
  const field = kept(mine, {
    receivedOn: data.today,
    kind: 'access',
    askedBy: 'caregiver',
    owner: 'district',
  })
  return (
    <Form
      to={`/students/${data.student.id}/records`}
      shell={view.shell}
      layout="box read flow"
      hidden={{ _form: 'request' }}
    >
      <WhatAndWho field={field} />
      <Field {...field('about')} type="textarea" label={say('add_about')} maxlength={2000} />
      <Field
        {...field('receivedOn')}
        type="date"
        width="short"
        label={say('add_on')}
        hint={say('add_sample')}
      />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const RecordsPage = (data: SeenRecords, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_of', { name: data.student.name })}
      crumb={{ href: '/records', label: say('crumb') }}
    >
      {data.mayAnswer && (
        <p>
          <a href={`/students/${data.student.id}/records/file`}>{say('file')}</a>
        </p>
      )}
    </PageHead>
    <section class="flow" aria-labelledby="requests">
      <h2 id="requests">{say('requests')}</h2>
      {data.requests.length === 0 ? <p>{say('requests_none')}</p> : <Requests data={data} />}
      {data.mayAnswer &&
        data.requests
          .filter(({ answer }) => answer === null)
          .map((row) => <AnswerForm data={data} view={view} row={row} />)}
    </section>
    {data.mayAnswer && (
      <section class="after flow" aria-labelledby="add">
        <h2 id="add">{say('add')}</h2>
        <Add data={data} view={view} />
      </section>
    )}
    {data.holds !== undefined && <Holds data={{ ...data, holds: data.holds }} view={view} />}
  </Page>
)

/** What was asked about one student's record, and what holds it back from the schedule. */
export const recordsScreen = screen({
  address: '/students/:studentId/records',
  title: say('one'),
  look: lookRecords,
  page: RecordsPage,
})
