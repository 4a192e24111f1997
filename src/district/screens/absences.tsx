import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import { Act, Button, ErrorSummary, Field, Form, kept, Page, PageHead, Table, Tag } from '#design/contract.ts'
import { awayWords } from '../absence-words.ts'
import { dayWords } from '../day-words.ts'
import { endAbsence } from '../end-absence.ts'
import { lookAbsences, type SeenAbsences } from '../look-absences.ts'
import { nameBackup } from '../name-backup.ts'
import { setAbsence } from '../set-absence.ts'

const say = awayWords()
type Props = { data: SeenAbsences; view: View }
type Person = { id: string; name: string }

const chosenOf = (people: readonly Person[]) => [
  { value: '', label: say('choose') },
  ...people.map(({ id, name }) => ({ value: id, label: name })),
]

const OwnBackup = ({ data, view }: Props) => (
  <section class="flow" aria-labelledby="backup-h">
    <h2 id="backup-h">{say('own_backup')}</h2>
    <p>
      {data.backup === undefined ? say('own_backup_none') : say('own_backup_now', { name: data.backup.name })}
    </p>
    <Form to={`/absences/backups/${data.self.id}`} shell={view.shell} layout="flow">
      <Field
        name="backupId"
        id="named-backup"
        type="select"
        width="mid"
        label={say('backup')}
        hint={say('backup_hint')}
        options={chosenOf(data.able.filter(({ id }) => id !== data.self.id))}
      />
      <Button>{say('name_save')}</Button>
    </Form>
  </section>
)

const Add = ({ data, view }: Props) => {
  const field = kept(view, { personId: data.self.id, backupId: data.backup?.id ?? '' })
  return (
    <section class="flow" aria-labelledby="add-h">
      <h2 id="add-h">{say('add')}</h2>
      <Form to="/absences" shell={view.shell} layout="box read flow">
        {data.people.length > 0 ? (
          <Field
            {...field('personId')}
            type="select"
            width="mid"
            label={say('who')}
            options={chosenOf([
              ...new Map([data.self, ...data.people].map((each) => [each.id, each])).values(),
            ])}
          />
        ) : (
          <input type="hidden" name="personId" value={data.self.id} />
        )}
        <div class="pairs tight auto">
          <Field {...field('fromOn')} type="date" width="short" label={say('from')} />
          <Field {...field('throughOn')} type="date" width="short" label={say('through')} />
        </div>
        <Field
          {...field('backupId')}
          type="select"
          width="mid"
          label={say('backup')}
          options={chosenOf(data.able)}
        />
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}

type Row = SeenAbsences['absences'][number]

const Back = ({ row, view }: { row: Row; view: View }) =>
  row.mayEnd ? (
    <Act id={`back-${row.id}`} kind="text" to={`/absences/${row.id}/end`} shell={view.shell}>
      {say('back')}
      <span class="vh">{say('back_of', { name: row.personName })}</span>
    </Act>
  ) : null

const Away = ({ data, view }: Props) => (
  <section class="flow" aria-labelledby="away-h">
    <h2 id="away-h">{say('list')}</h2>
    {data.absences.length === 0 ? (
      <p>{say('list_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('list')}</span>}
        rows={data.absences}
        columns={[
          {
            head: say('person'),
            cell: ({ personName, fromOn }) => (
              <>
                <bdi>{personName}</bdi> {fromOn <= data.today && <Tag>{say('today')}</Tag>}
              </>
            ),
          },
          {
            head: say('days'),
            cell: ({ fromOn, throughOn }) =>
              say('span', { from: dayWords(fromOn, data.today), through: dayWords(throughOn, data.today) }),
          },
          { head: say('backup'), cell: ({ backupName }) => <bdi>{backupName}</bdi> },
          { head: say('back'), cell: (row) => <Back row={row} view={view} /> },
        ]}
      />
    )}
  </section>
)

const AbsencesPage = (data: SeenAbsences, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
      {data.more && <p>{say('more')}</p>}
    </PageHead>
    <Away data={data} view={view} />
    <Add data={data} view={view} />
    <OwnBackup data={data} view={view} />
  </Page>
)

/** Who is away, and who stands in. */
export const absencesScreen = screen({
  address: '/absences',
  title: say('title'),
  look: lookAbsences,
  page: AbsencesPage,
  nav: { section: 'work', label: say('title'), order: 45 },
})
export const absenceResources: Resource[] = [
  resource({
    address: 'POST /absences',
    act: setAbsence,
    stands: absencesScreen,
    then: () => '/absences',
  }),
  resource({
    address: 'POST /absences/:absenceId/end',
    act: endAbsence,
    stands: absencesScreen,
    then: () => '/absences',
  }),
  resource({
    address: 'POST /absences/backups/:personId',
    act: nameBackup,
    stands: absencesScreen,
    then: () => '/absences',
  }),
]
