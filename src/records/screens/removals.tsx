import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Form } from '#design/contract.ts'
import type { SeenRetention } from '../look-records.ts'
import type { Removal } from '../request.ts'
import { recordWords } from '../screen-words.ts'

const say = recordWords()

type Props = { data: SeenRetention; view: View }

/** For each class of which something is due, the way to propose that it goes. */
export const Propose = ({ data, view }: Props) => (
  <>
    {data.due
      .filter(({ due }) => due > 0)
      .map(({ recordClass }) => (
        <Form to="/records/removals" shell={view.shell} hidden={{ recordClass }}>
          <Button>{say('keep_propose', { what: say(`class.${recordClass}`).toLowerCase() })}</Button>
        </Form>
      ))}
  </>
)

/** Who said what of a removal, and the way for a second person to carry it out. */
function One({ data, view, removal }: Props & { removal: Removal }) {
  const { id, students, removed, carriedAt } = removal
  const at = momentWords(removal.proposedAt, data)
  const what = say(`class.${removal.recordClass}`)
  return (
    <div class="flow">
      <p>
        {say('removal_line', { what, students, name: removal.proposedByName, at })}{' '}
        {carriedAt !== null &&
          say('removal_done', {
            students: removed,
            name: removal.carriedByName ?? '',
            at: momentWords(carriedAt, data),
          })}
        {carriedAt === null && removal.proposedBy === data.self && say('removal_waits')}
      </p>
      {carriedAt === null && removal.proposedBy !== data.self && (
        <Form to={`/records/removals/${id}/end`} shell={view.shell}>
          <p>{say('removal_what')}</p>
          <Button kind="danger">{say('removal_go')}</Button>
        </Form>
      )}
    </div>
  )
}

/** What was proposed to be removed, and what was. */
export const Removals = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="removals">
    <h2 id="removals">{say('removals')}</h2>
    {data.removals.length === 0 && <p>{say('removals_none')}</p>}
    {data.removals.map((removal) => (
      <One data={data} view={view} removal={removal} />
    ))}
  </section>
)
