import type { View } from '#access/screen.ts'
import { Button, Form } from '#design/contract.ts'
import type { LinkStanding } from '../family-link.ts'
import { sentLinkWords } from '../family-link-words.ts'

const byLink = sentLinkWords()

type ByLinkProps = {
  student: { id: string }
  caregiver: { id: string }
  link: { is: LinkStanding } | undefined
  view: View
}

/** Where a caregiver is sent a link to the page of the family, and how the latest stands. */
export const ByLink = ({ student, caregiver, link, view }: ByLinkProps) => (
  <section class="after flow read" aria-labelledby="by-link">
    <h2 id="by-link">{byLink('title')}</h2>
    <p class="hint">
      {byLink('lead')} {byLink('lead_then')}
    </p>
    {link && <p>{byLink(`is.${link.is}` as 'is.sending')}</p>}
    <Form to={`/students/${student.id}/caregivers/${caregiver.id}/links`} shell={view.shell}>
      <Button>{byLink('send')}</Button>
    </Form>
  </section>
)
