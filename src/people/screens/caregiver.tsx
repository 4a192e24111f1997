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
  Page,
  PageHead,
} from '#design/contract.ts'
import { addCaregiver } from '../add-caregiver.ts'
import { lookCaregiver, lookNewCaregiver } from '../look-details.ts'
import { screenWords } from '../screen-words.ts'
import {
  authorities,
  type Called,
  type Caregiver,
  contactRules,
  relationships,
  studentName,
} from '../student.ts'
import type { LinkStanding } from '../family-link.ts'
import { sendFamilyLink } from '../send-family-link.ts'
import { updateCaregiver } from '../update-caregiver.ts'
import { authorityWords, contactRuleWords, relationshipWords } from '../words.ts'
import { ByLink } from './caregiver-link.tsx'
import { Guarded } from './caregiver-guarded.tsx'
import { languageOptions } from './language-options.ts'

const say = screenWords()
const relationship = relationshipWords()
const rule = contactRuleWords()
const authority = authorityWords()

type Data = {
  student: Called
  caregiver: Caregiver | undefined
  /** Whether who looks sends links to families. */
  sends?: boolean
  link?: { is: LinkStanding } | undefined
}

const heldBy = (caregiver: Caregiver | undefined) =>
  caregiver === undefined
    ? { language: 'unknown', contactRule: 'any', authority: 'unknown', interpreter: 'no' }
    : {
        name: caregiver.name,
        relationship: caregiver.relationship,
        phone: caregiver.phone,
        email: caregiver.email,
        language: caregiver.language,
        interpreter: caregiver.interpreter ? 'yes' : 'no',
        contactRule: caregiver.contactRule,
        contactHours: caregiver.contactHours,
        authority: caregiver.authority,
      }

/** Fields and choices of the form, filled in with what is held or what was typed. */
function askedOf(caregiver: Caregiver | undefined, view: View) {
  const field = kept(view, heldBy(caregiver))
  const choice = (name: string) => {
    const { value = '', ...asked } = field(name)
    return { ...asked, chosen: value }
  }
  return { field, choice }
}

const labelled = <V extends string>(values: readonly V[], label: (value: V) => string) =>
  values.map((value) => ({ value, label: label(value) }))

type Asking = { caregiver: Caregiver | undefined; view: View }

const WhoQuestions = ({ caregiver, view }: Asking) => {
  const { field, choice } = askedOf(caregiver, view)
  const languages = languageOptions(caregiver?.language)
  const answers = labelled(['yes', 'no'] as const, say)
  return (
    <>
      <Field {...field('name')} label={say('caregiver_name')} maxlength={200} />
      <Choices
        {...choice('relationship')}
        legend={say('relationship')}
        options={labelled(relationships, relationship)}
      />
      <Field {...field('language')} type="select" label={say('language')} options={languages} />
      <Choices {...choice('interpreter')} legend={say('interpreter_needed')} options={answers} inline />
    </>
  )
}

const ReachQuestions = ({ caregiver, view }: Asking) => {
  const { field, choice } = askedOf(caregiver, view)
  const hours = { label: say('contact_hours'), hint: say('contact_hours_hint'), maxlength: 100 }
  const may = { legend: say('authority'), hint: say('authority_hint') }
  return (
    <>
      <Field
        {...field('phone')}
        type="tel"
        width="mid"
        label={say('phone')}
        hint={say('phone_hint')}
        optional
      />
      <Field {...field('email')} type="email" label={say('email')} optional />
      <Choices
        {...choice('contactRule')}
        legend={say('contact_rule')}
        options={labelled(contactRules, rule)}
      />
      <Field {...field('contactHours')} {...hours} optional />
      <Choices {...choice('authority')} {...may} options={labelled(authorities, authority)} />
    </>
  )
}

const CaregiverPage = ({ student, caregiver, sends = false, link }: Data, view: View) => {
  const details = `/students/${student.id}/details`
  const to = `/students/${student.id}/caregivers${caregiver === undefined ? '' : `/${caregiver.id}`}`
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say(caregiver === undefined ? 'add_caregiver' : 'caregiver_of', {
          name: studentName(student),
        })}
        crumb={{ href: details, label: say('details_of', { name: studentName(student) }) }}
      >
        {caregiver && (
          <p>
            <a href={`/students/${student.id}/caregivers/${caregiver.id}/messages`}>{say('messages_to')}</a>
          </p>
        )}
      </PageHead>
      <Form
        to={to}
        shell={view.shell}
        layout="flow"
        {...(caregiver && { hidden: { version: caregiver.version } })}
      >
        <WhoQuestions caregiver={caregiver} view={view} />
        <Guarded caregiver={caregiver} />
        <ReachQuestions caregiver={caregiver} view={view} />
        <p class="row">
          <Button kind="go">{say('save_caregiver')}</Button>
          <ButtonLink kind="text" href={details}>
            {say('keep')}
          </ButtonLink>
        </p>
      </Form>
      {caregiver !== undefined && sends && (
        <ByLink student={student} caregiver={caregiver} link={link} view={view} />
      )}
    </Page>
  )
}

export const caregiverScreen = screen({
  address: '/students/:studentId/caregivers/:caregiverId',
  title: say('caregiver'),
  look: lookCaregiver,
  page: CaregiverPage,
})

export const newCaregiverScreen = screen({
  address: '/students/:studentId/caregivers/new',
  title: say('add_caregiver'),
  look: lookNewCaregiver,
  page: CaregiverPage,
})

const then = ({ studentId }: { studentId: string }) => `/students/${studentId}/details`

export const caregiverResource = resource({
  address: 'POST /students/:studentId/caregivers/:caregiverId',
  act: updateCaregiver,
  stands: caregiverScreen,
  then,
})

export const caregiverLinksResource = resource({
  address: 'POST /students/:studentId/caregivers/:caregiverId/links',
  act: sendFamilyLink,
  stands: caregiverScreen,
  then: ({ studentId, caregiverId }) => `/students/${studentId}/caregivers/${caregiverId}`,
})

export const caregiversResource = resource({
  address: 'POST /students/:studentId/caregivers',
  act: addCaregiver,
  stands: newCaregiverScreen,
  then,
})
