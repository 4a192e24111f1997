import { reasonsShown } from '#access/reasons-shown.ts'
import { nameableForTriage, roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Choices, ErrorSummary, Form, kept, keptAll, Page, PageHead } from '#design/contract.ts'
import { lookTriageStaff } from '../look-triage-staff.ts'
import { publishTriageStaff } from '../publish-triage-staff.ts'
import { screenWords } from '../screen-words.ts'
import { othersNamed } from '../triage-staff.ts'
import { standardsWords } from '../words.ts'
import { PublishFields } from './publish-fields.tsx'

const say = screenWords()
const said = standardsWords()
const roleSays = roleWords()

type Data = Awaited<ReturnType<typeof lookTriageStaff.see>>

const TriageStaffFormPage = ({ body, today, version }: Data, view: View) => {
  const part = said('kind_triage_staff')
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_version', { part })}
        crumb={{ href: '/standards/triage_staff', label: say('part_now', { part, version }) }}
      >
        <p>{say('new_staff_lead')}</p>
      </PageHead>
      <Form to="/standards/triage_staff" shell={view.shell} layout="flow" hidden={{ version }}>
        <Choices
          many
          name="named"
          legend={say('staff_named')}
          hint={say('staff_hint')}
          options={nameableForTriage.map((role) => ({ value: role, label: roleSays(role) }))}
          chosen={keptAll(view, 'named', othersNamed(body))}
        />
        <PublishFields field={kept(view, { inForceOn: today })} />
      </Form>
    </Page>
  )
}

export const triageStaffFormScreen = screen({
  address: '/standards/triage_staff/new',
  title: said('kind_triage_staff'),
  look: lookTriageStaff,
  page: TriageStaffFormPage,
})

export const triageStaffResource = resource({
  address: 'POST /standards/triage_staff',
  act: publishTriageStaff,
  stands: triageStaffFormScreen,
  then: () => '/standards/triage_staff',
})
