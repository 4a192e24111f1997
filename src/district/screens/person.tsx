import { reasonsShown } from '#access/reasons-shown.ts'
import { employerIn, employerWords } from '#access/employment.ts'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { invitePerson } from '#access/sign-in/invite-person.ts'
import { Act, ButtonLink, Confirm, ErrorSummary, KeyList, Page, PageHead, Table } from '#design/contract.ts'
import { endAccess } from '../end-access.ts'
import { endAssignment } from '../end-assignment.ts'
import { lookEnding, lookPerson } from '../look-people.ts'
import type { AssignmentRow, PersonRow } from '../people-store.ts'
import { peopleWords } from '../people-words.ts'
import { dayLabel } from './day-label.ts'
import { SignIn } from './people.tsx'

const say = peopleWords()
const role = roleWords()
const sayEmployer = employerWords()

type Data = Awaited<ReturnType<typeof lookPerson.see>>

const where = ({ wholeDistrict, schools }: AssignmentRow, { agency }: PersonRow) =>
  wholeDistrict ? say('every_school') : schools.join(', ') || (agency ?? '')

/** Who employs them there: it decides whose record they make [R134]. */
function employer({ role: as, employer: said, employedBy }: AssignmentRow, { agency }: PersonRow) {
  const known = employerIn(as, said)
  if (known === undefined) return ''
  const of = employedBy ?? (known === 'partner' ? agency : null)
  const says = sayEmployer(known)
  return of === null ? says : sayEmployer('of', { employer: says, agency: of })
}

const until = ({ endedOn, endsOn }: AssignmentRow) => {
  if (endedOn !== null) return say('ended', { day: dayLabel(endedOn) })
  return endsOn === null ? say('open_end') : dayLabel(endsOn)
}

const End = ({ row, personId, view }: { row: AssignmentRow; personId: string; view: View }) =>
  row.endedOn === null ? (
    <Act
      id={`end-${row.id}`}
      kind="text"
      to={`/people/${personId}/assignments/${row.id}/end`}
      shell={view.shell}
    >
      {say('end')}
      <span class="vh"> {role(row.role)}</span>
    </Act>
  ) : null

const Assignments = ({ data: { person, mayEnd }, view }: { data: Data; view: View }) => (
  <section class="flow" aria-labelledby="assignments">
    <h2 id="assignments">{say('assignments')}</h2>
    {person.assignments.length === 0 ? (
      <p>{say('assignments_none')}</p>
    ) : (
      <Table
        caption={say('assignments_caption')}
        rows={person.assignments}
        columns={[
          { head: say('head_role'), cell: (row) => role(row.role) },
          { head: say('head_where'), cell: (row) => where(row, person) },
          { head: say('head_employer'), cell: (row) => employer(row, person) },
          { head: say('head_from'), cell: (row) => dayLabel(row.startsOn) },
          { head: say('head_until'), cell: until },
          ...(mayEnd
            ? [
                {
                  head: say('head_end'),
                  cell: (row: AssignmentRow) => <End row={row} personId={person.id} view={view} />,
                },
              ]
            : []),
        ]}
      />
    )}
  </section>
)

/** What may be done about somebody's sign-in, and what waits to be done. */
const Changes = ({ data: { person, mayEnd, lost } }: { data: Data }) => (
  <>
    {lost !== null && (
      <p>
        {say('lost_waiting')} <a href={`/people/${person.id}/second-step`}>{say('lost_look')}</a>
      </p>
    )}
    {mayEnd && person.leftOn === null && (
      <p class="row">
        <ButtonLink href={`/people/${person.id}/address`}>{say('address_change')}</ButtonLink>
        {person.signsIn && lost === null && (
          <ButtonLink href={`/people/${person.id}/second-step`}>{say('lost_step')}</ButtonLink>
        )}
        <ButtonLink href={`/people/${person.id}/end`}>{say('end_access')}</ButtonLink>
      </p>
    )}
  </>
)

const PersonPage = (data: Data, view: View) => {
  const { person, mayEnd } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={person.name} crumb={{ href: '/people', label: say('people') }} />
      <div class="flow">
        <KeyList
          items={[
            { key: say('head_sign_in'), value: <SignIn {...person} /> },
            { key: say('address'), value: person.email ?? say('no_address') },
            ...(person.agency === null ? [] : [{ key: say('agency'), value: person.agency }]),
          ]}
        />
        <Assignments data={data} view={view} />
        {mayEnd && person.assignments.some(({ endedOn }) => endedOn !== null) && (
          <p>
            <a href="/left-work">{say('left_work')}</a>
          </p>
        )}
        {person.leftOn === null && !person.signsIn && (
          <section class="flow">
            <p>{say('invite_lead')}</p>
            <Act id="invite" to={`/people/${person.id}/invitation`} shell={view.shell}>
              {say('invite')}
            </Act>
          </section>
        )}
        <Changes data={data} />
      </div>
    </Page>
  )
}

const EndPage = ({ person }: Awaited<ReturnType<typeof lookEnding.see>>, view: View) => (
  <Confirm
    shell={view.shell}
    question={say('end_question', { name: person.name })}
    lead={say('end_lead')}
    will={[
      say('end_will_assignments'),
      say('end_will_sessions'),
      say('end_will_links'),
      say('end_will_stays'),
    ]}
    to={`/people/${person.id}/end`}
    yes={say('end_yes')}
    danger
    no={{ href: `/people/${person.id}`, label: say('end_no') }}
    errors={view.problem?.because ?? []}
  />
)

export const personScreen = screen({
  address: '/people/:personId',
  title: 'Person with access',
  look: lookPerson,
  page: PersonPage,
})

export const endScreen = screen({
  address: '/people/:personId/end',
  title: say('end_access'),
  look: lookEnding,
  page: EndPage,
})

export const invitationResource = resource({
  address: 'POST /people/:personId/invitation',
  act: invitePerson,
  stands: personScreen,
  then: ({ personId }) => `/people/${personId}`,
})

export const assignmentEndResource = resource({
  address: 'POST /people/:personId/assignments/:assignmentId/end',
  act: endAssignment,
  stands: personScreen,
  then: ({ personId }) => `/people/${personId}`,
})

export const endResource = resource({
  address: 'POST /people/:personId/end',
  act: endAccess,
  stands: endScreen,
  then: ({ personId }) => `/people/${personId}`,
})
