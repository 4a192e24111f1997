import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Filter,
  Form,
  inPart,
  kept,
  KeyList,
  Meant,
  Narrow,
  Page,
  PageHead,
} from '#design/contract.ts'
import { isTyped } from '#platform/choosing.ts'
import { endDesignee } from '../end-designee.ts'
import { lookDesignees, type SeenDesignees } from '../look-designees.ts'
import { nameDesignee } from '../name-designee.ts'
import { keeperWords } from '../screen-words.ts'

const say = keeperWords()
const role = roleWords()
type School = SeenDesignees['schools'][number]
type Props = { school: School; view: View }

const namesAt = ({ designees }: School, position: 1 | 2) =>
  designees.flatMap((each) => (each.position === position ? [each.name] : [])).join(', ')

const Name = ({ school, view: whole }: Props) => {
  const part = `name-${school.id}`
  const view = inPart(whole, part)
  const { value, ...place } = kept(view)('place')
  return (
    <details class="more" {...(whole.typed['part'] === part && { open: true })}>
      <summary>{say('name_one')}</summary>
      <Form
        to="/handle-with-care/designated"
        shell={view.shell}
        hidden={{ part, schoolId: school.id }}
        layout="flow read"
      >
        <Field
          {...kept(view)('personId')}
          id={`person-${school.id}`}
          type="select"
          label={say('person')}
          options={[
            { value: '', label: say('choose') },
            ...school.free.map((each) => ({ value: each.id, label: `${each.name}, ${role(each.role)}` })),
          ]}
        />
        <Choices
          {...place}
          legend={say('place')}
          chosen={value ?? []}
          options={[
            { value: 'first', label: say('first') },
            { value: 'backup', label: say('backup') },
          ]}
        />
        <p>
          <Button>{say('name_do')}</Button>
        </p>
      </Form>
    </details>
  )
}

const OneSchool = ({ school, view, only }: Props & { only: boolean }) => (
  <section class="after flow" aria-labelledby={`school-${school.id}`}>
    <h2 id={`school-${school.id}`}>{school.name}</h2>
    <KeyList
      items={[
        { key: say('first'), value: namesAt(school, 1) || say('nobody_first') },
        { key: say('backup'), value: namesAt(school, 2) || say('nobody_backup') },
      ]}
    />
    {school.designees.map(({ id, name }) => (
      <Act id={`end-${id}`} kind="text" to={`/handle-with-care/designated/${id}/end`} shell={view.shell}>
        {say('end_one', { name })}
      </Act>
    ))}
    {only ? (
      school.free.length > 0 && <Name school={school} view={view} />
    ) : (
      <p>
        <a href={`/handle-with-care/designated?school=${school.id}`}>
          {say('name_at', { school: school.name })}
        </a>
      </p>
    )}
  </section>
)

const Which = ({ data: { choice }, view }: { data: SeenDesignees; view: View }) => (
  <>
    <p class="quiet">{say('first_schools')}</p>
    <Filter to="/handle-with-care/designated" typed={isTyped(choice) ? view.shell : undefined}>
      <Narrow
        name="school"
        label={say('one_school')}
        choosing={choice}
        all={say('all')}
        clear="/handle-with-care/designated"
      />
    </Filter>
    <Meant
      label={say('one_school')}
      choosing={choice}
      href={(id) => `/handle-with-care/designated?school=${id}`}
    />
  </>
)

const DesigneesPage = (data: SeenDesignees, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('designated')}>
      <p>{say('designated_lead')}</p>
    </PageHead>
    {data.more && <Which data={data} view={view} />}
    {data.schools.map((school) => (
      <OneSchool school={school} view={view} only={data.schools.length === 1} />
    ))}
  </Page>
)

/** Who is told of notices at one's schools. */
export const designeesScreen = screen({
  address: '/handle-with-care/designated',
  title: say('designated'),
  look: lookDesignees,
  page: DesigneesPage,
  typed: ['school'],
  nav: { section: 'district', label: say('designated_menu'), order: 27 },
})
const then = () => '/handle-with-care/designated'
export const designeeResources = [
  resource({
    address: 'POST /handle-with-care/designated',
    act: nameDesignee,
    stands: designeesScreen,
    at: () => ({}),
    then,
  }),
  resource({
    address: 'POST /handle-with-care/designated/:designeeId/end',
    act: endDesignee,
    stands: designeesScreen,
    at: () => ({}),
    then,
  }),
]
