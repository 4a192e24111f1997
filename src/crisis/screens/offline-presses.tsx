import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Button, Field, Form } from '#design/contract.ts'
import { crisisResponses, isExternal } from '#standards/contract.ts'
import { caregiverModes, dispositions, incidentRoles } from '../entry.ts'
import { fewSchools, type SeenOffline } from '../look-offline.ts'
import { liveWords } from './live-words.ts'
import { offlineWords } from './offline-words.ts'
import { treeWords } from './paper-words.ts'

const say = offlineWords()
const live = liveWords()
const tree = treeWords()

type Part = { data: SeenOffline; view: View }

/** One press. The worker of the device fills in which incident it is of. */
const Press = ({
  view,
  to,
  hidden,
  children,
}: {
  view: View
  to: string
  hidden: Record<string, string>
  children: ComponentChildren
}) => (
  <Form to={`/crisis/incidents${to}`} shell={view.shell} hidden={hidden}>
    <Button big>{children}</Button>
  </Form>
)

/** Where a record begins: a press for each school, and of many a list. */
export const Begin = ({ data: { schools, isMany }, view }: Part) => (
  <div data-begin={say('begin')}>
    {schools.length > 0 && (
      <Form to="/crisis/incidents" shell={view.shell} layout="flow">
        {schools.length > fewSchools ? (
          <>
            <Field
              type="select"
              name={isMany ? 'school' : 'schoolId'}
              label={say('school')}
              options={[
                { value: '', label: say('school_choose') },
                ...schools.map(({ id, name }) => ({ value: isMany ? name : id, label: name })),
              ]}
            />
            <Button big>{say('begin')}</Button>
          </>
        ) : (
          schools.map(({ id, name }) => (
            <Button big name="schoolId" value={id}>
              {schools.length === 1 ? say('begin') : say('begin_at', { school: name })}
            </Button>
          ))
        )}
      </Form>
    )}
  </div>
)

/** That a caregiver was told, and how; or by which exception of the standard nobody was. */
const Told = ({ data, view }: Part) => (
  <>
    <h2>{say('caregiver')}</h2>
    <p class="quiet">{data.standard.caregiverRule}</p>
    {caregiverModes.map((mode) => (
      <Press view={view} to="/~/caregiver" hidden={{ told: 'yes', mode }}>
        {say('told_by', { mode: live(`mode_${mode}`).toLowerCase() })}
      </Press>
    ))}
    {data.standard.exceptions.map(({ code, reason }) => (
      <Press view={view} to="/~/caregiver" hidden={{ told: 'no', exception: code }}>
        {say('told_nobody', { reason })}
      </Press>
    ))}
  </>
)

/**
 * Presses of the script that need no word: only there while the device answers for the house. Where it has to
 * be said at which school an incident begins they come after that.
 */
export const Presses = ({ data, view }: Part) => (
  <div class="flow" hidden {...(data.schools.length > 1 ? { 'data-begun': true } : { 'data-offline': true })}>
    <h2>{say('what')}</h2>
    {data.standard.actions.map(({ code, what }) => (
      <Press view={view} to="/~/safety" hidden={{ action: code }}>
        {what}
      </Press>
    ))}
    <h2>{say('called')}</h2>
    {crisisResponses.filter(isExternal).map((response) => (
      <Press view={view} to="/~/responses" hidden={{ response }}>
        {say('called_it', { response: tree(response) })}
      </Press>
    ))}
    <h2>{say('who')}</h2>
    {incidentRoles.map((role) => (
      <Press view={view} to="/~/roles" hidden={{ self: 'yes', role }}>
        {say('i_do', { role: live(`role_${role}`) })}
      </Press>
    ))}
    <Told data={data} view={view} />
    <h2>{say('over')}</h2>
    {dispositions.map((disposition) => (
      <Press view={view} to="/~/handover" hidden={{ disposition }}>
        {say('over_to', { place: live(`place_${disposition}`) })}
      </Press>
    ))}
    <p class="hint">{say('words_later')}</p>
  </div>
)
