import { screen, type View } from '#access/screen.ts'
import { calendarDayWords, dayOfMoment, momentWords } from '#consent/contract.ts'
import { KeyList, Page, PageHead, Table } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import type { FileLine } from '../file-store.ts'
import { lookFile, type SeenFile } from '../look-records.ts'
import { recordWords } from '../screen-words.ts'

const say = recordWords()

/** Paper is read on another day: each day with its year. */
const readingOf = ({ timeZone }: SeenFile) => ({ timeZone, now: new Date(0) })

function About({ data }: { data: SeenFile }) {
  const { grade, schoolName, bornOn, homeLanguage } = data.student
  const items = [
    { key: say('file_grade'), value: grade },
    ...(schoolName === null ? [] : [{ key: say('file_school'), value: schoolName }]),
    ...(bornOn === null ? [] : [{ key: say('file_born'), value: calendarDayWords(bornOn, readingOf(data)) }]),
    ...(homeLanguage === 'unknown' ? [] : [{ key: say('file_language'), value: languageName(homeLanguage) }]),
  ]
  return <KeyList items={items} />
}

const pathSaid = (code: string) => (say.has(`path.${code}`) ? say(`path.${code}` as 'path.a') : code)
const inWords = ({ kind, says }: FileLine) => (kind === 'decision' && says !== null ? pathSaid(says) : says)

const Done = ({ data }: { data: SeenFile }) => (
  <Table
    caption={<span class="vh">{say('file_done')}</span>}
    rows={data.lines}
    columns={[
      { head: say('file_when'), cell: ({ at }) => dayOfMoment(at, readingOf(data)) },
      { head: say('file_what'), cell: ({ kind }) => say(`line.${kind}`) },
      { head: say('file_says'), cell: inWords },
    ]}
  />
)

/** What stands beside the record: a correction, or the family's own words where it was refused. */
const Beside = ({ data }: { data: SeenFile }) => (
  <section class="after flow" aria-labelledby="beside">
    <h2 id="beside">{say('file_beside')}</h2>
    {data.beside.map(({ answer, answeredAt, about, note, statement }) => {
      const at = answeredAt === null ? '' : dayOfMoment(answeredAt, readingOf(data))
      return (
        <div>
          <p>
            {answer === 'accepted'
              ? say('file_accepted', { at, note: note ?? '' })
              : say('file_refused', { at, about, note: note ?? '' })}
          </p>
          {statement !== null && <p>{say('file_statement', { statement })}</p>}
        </div>
      )
    })}
  </section>
)

const FilePage = (data: SeenFile, { shell }: View) => (
  <Page shell={shell}>
    <PageHead
      title={say('file_of', { name: data.student.name })}
      crumb={{ href: `/students/${data.student.id}/records`, label: say('one') }}
    >
      <p>{say('file_lead', { at: momentWords(data.now, readingOf(data)) })}</p>
      <p class="screen">{say('file_print')}</p>
    </PageHead>
    <h2>{say('file_about')}</h2>
    <About data={data} />
    <section class="after flow" aria-labelledby="done">
      <h2 id="done">{say('file_done')}</h2>
      {data.lines.length === 0 ? <p>{say('file_none')}</p> : <Done data={data} />}
    </section>
    {data.beside.length > 0 && <Beside data={data} />}
  </Page>
)

/** The education record of one student, for paper: nothing of it is an agency's. */
export const fileScreen = screen({
  address: '/students/:studentId/records/file',
  title: say('file_title'),
  look: lookFile,
  page: FilePage,
})
