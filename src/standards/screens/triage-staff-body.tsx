import { type Role, roleWords, triageStaff } from '#access/roles.ts'
import { screenWords } from '../screen-words.ts'
import { othersNamed, type TriageStaff } from '../triage-staff.ts'

const say = screenWords()
const roleSays = roleWords()

const Roles = ({ roles }: { roles: readonly Role[] }) => (
  <ul>
    {roles.map((role) => (
      <li>{roleSays(role)}</li>
    ))}
  </ul>
)

/** Those no district takes off, and the others it names [R018]. */
export const TriageStaffBody = ({ body }: { body: TriageStaff }) => {
  const others = othersNamed(body)
  return (
    <>
      <section class="flow" aria-labelledby="always">
        <h2 id="always">{say('staff_always')}</h2>
        <p>{say('staff_always_note')}</p>
        <Roles roles={triageStaff} />
      </section>
      <section class="flow" aria-labelledby="named">
        <h2 id="named">{say('staff_named')}</h2>
        {others.length === 0 ? <p>{say('staff_nobody')}</p> : <p>{say('staff_named_note')}</p>}
        {others.length > 0 && <Roles roles={others} />}
      </section>
    </>
  )
}
