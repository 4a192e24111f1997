import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { familySignInWords } from '../family-sign-in-words.ts'
import { languageName } from '../languages.ts'
import { lookDetails } from '../look-details.ts'
import { protectionWords } from '../protection-words.ts'
import { screenWords } from '../screen-words.ts'
import { type Caregiver, type Student, studentName } from '../student.ts'
import { updateStudent } from '../update-student.ts'
import { authorityWords, contactRuleWords, relationshipWords } from '../words.ts'
import { SignInTable } from './sign-ins.tsx'
import { languageOptions } from './language-options.ts'

const say = screenWords()
const guarded = protectionWords()
const signIn = familySignInWords()
const relationship = relationshipWords()
const rule = contactRuleWords()
const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
const authority = authorityWords()

type Data = Awaited<ReturnType<typeof lookDetails.see>>

const DetailFields = ({ student, view }: { student: Student; view: View }) => {
  const { neighborhood, preferredName, homeLanguage, disability, accommodation } = student
  const known = { neighborhood: neighborhood === 'unknown' ? null : neighborhood }
  const field = kept(view, { preferredName, homeLanguage, disability, accommodation, ...known })
  const { value: chosen = 'unknown', ...choice } = field('disability')
  const answers = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: say(value) }))
  const disabilityWords = { legend: say('disability'), hint: say('disability_hint') }
  const needs = { label: say('accommodation'), hint: say('accommodation_hint'), maxlength: 500 }
  const languages = languageOptions(homeLanguage)
  return (
    <>
      <Field {...field('preferredName')} label={say('preferred_name')} maxlength={100} optional />
      <Field {...field('homeLanguage')} type="select" label={say('home_language')} options={languages} />
      <Choices {...choice} {...disabilityWords} options={answers} chosen={chosen} inline />
      <Field {...field('neighborhood')} label={say('neighborhood')} maxlength={100} optional />
      <Field {...field('accommodation')} {...needs} optional />
    </>
  )
}

const StudentForm = ({ student, view }: { student: Student; view: View }) => (
  <Form
    to={`/students/${student.id}/details`}
    shell={view.shell}
    layout="flow"
    hidden={{ version: student.version }}
  >
    <DetailFields student={student} view={view} />
    <p class="row">
      <Button kind="go">{say('save_details')}</Button>
    </p>
  </Form>
)

const reach = (row: Caregiver) =>
  [
    row.protection === null
      ? (row.phone ?? say('not_given'))
      : guarded('protected_tag', { day: row.protection.until }),
    rule(row.contactRule).toLowerCase(),
    row.contactHours,
  ]
    .filter(Boolean)
    .join(', ')

const spoken = ({ language, interpreter }: Caregiver) => {
  const name = language === 'unknown' ? say('unknown') : languageName(language)
  return interpreter ? say('interpreter_for', { language: name }) : name
}

const Caregivers = ({ student, caregivers }: Data) => (
  <section class="flow" aria-labelledby="caregivers">
    <h2 id="caregivers">{say('caregivers')}</h2>
    {caregivers.length === 0 ? (
      <p>{say('caregivers_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('caregivers')}</span>}
        rows={caregivers}
        columns={[
          {
            head: say('head_name'),
            cell: (row) => <a href={`/students/${student.id}/caregivers/${row.id}`}>{row.name}</a>,
          },
          { head: say('head_relationship'), cell: (row) => relationship(row.relationship) },
          { head: say('head_reach'), cell: reach },
          { head: say('head_language'), cell: spoken },
          { head: say('head_consent'), cell: (row) => authority(row.authority) },
        ]}
      />
    )}
    <p>
      <ButtonLink href={`/students/${student.id}/caregivers/new`}>{say('add_caregiver')}</ButtonLink>
    </p>
  </section>
)

const SignIns = ({ data }: { data: Data }) => (
  <section class="flow" aria-labelledby="sign-ins">
    <h2 id="sign-ins">{signIn('title')}</h2>
    <SignInTable data={data} checks={data.mayGive} />
    {data.mayGive && (
      <p>
        <a href={`/students/${data.student.id}/sign-ins`}>{signIn('to_page')}</a>
      </p>
    )}
  </section>
)

const DetailsPage = (data: Data, view: View) => {
  const { student } = data
  const roster = [
    { key: say('given_name'), value: student.givenName },
    { key: say('family_name'), value: student.familyName },
    {
      key: say('born_on'),
      value:
        student.bornOn === null ? say('unknown') : longDay.format(new Date(`${student.bornOn}T00:00:00Z`)),
    },
    { key: say('head_grade'), value: student.grade === 'unknown' ? say('unknown') : student.grade },
    { key: say('head_school'), value: student.schoolName ?? say('unknown') },
    { key: say('head_local_id'), value: student.localId ?? say('unknown') },
  ]
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('details_of', { name: studentName(student) })}
        crumb={
          data.opens === 'student'
            ? { href: `/students/${student.id}`, label: studentName(student) }
            : { href: '/roster', label: say('to_roster') }
        }
      >
        <p>{say('details_lead')}</p>
      </PageHead>
      <div class="flow">
        <StudentForm student={student} view={view} />
        <Caregivers {...data} />
        <SignIns data={data} />
        <section class="flow" aria-labelledby="roster">
          <h2 id="roster">{say('from_roster')}</h2>
          <KeyList items={roster} />
        </section>
      </div>
    </Page>
  )
}

export const detailsScreen = screen({
  address: '/students/:studentId/details',
  title: say('details'),
  look: lookDetails,
  page: DetailsPage,
})

export const detailsResource = resource({
  address: 'POST /students/:studentId/details',
  act: updateStudent,
  stands: detailsScreen,
  then: ({ studentId }) => `/students/${studentId}/details`,
})
