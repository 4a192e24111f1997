import { dayOfMoment, momentWords } from '#consent/contract.ts'
import { Table } from '#design/contract.ts'
import type { SeenAgreements } from '../look-agreements.ts'
import { keeperWords } from '../screen-words.ts'
import { senderPath } from '../sent.ts'

const say = keeperWords()
type Agreement = SeenAgreements['agreements'][number]

/** The desks that send under an agreement. */
export const Desks = ({ agreement, data }: { agreement: Agreement; data: SeenAgreements }) =>
  agreement.senders.length === 0 ? (
    <p>{say('no_desks')}</p>
  ) : (
    <Table
      caption={say('desks')}
      rows={agreement.senders}
      columns={[
        { head: say('desk'), cell: ({ label }) => label },
        { head: say('address'), cell: ({ code }) => <a href={senderPath(code)}>{senderPath(code)}</a> },
        {
          head: say('signs'),
          cell: ({ id, label }) => (
            <a href={`/handle-with-care/desks/${id}/signing`}>{say('signing_of', { label })}</a>
          ),
        },
        {
          head: say('last_sent'),
          cell: ({ lastSentAt }) => (lastSentAt === null ? say('never') : momentWords(lastSentAt, data)),
        },
        {
          head: say('key_state'),
          cell: ({ revokedAt }) =>
            revokedAt === null ? say('works') : say('revoked_at', { at: dayOfMoment(revokedAt, data) }),
        },
      ]}
    />
  )
