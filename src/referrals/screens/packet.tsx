import type { View } from '#access/screen.ts'
import { ToldInClass } from '#classroom/contract.ts'
import { ButtonLink, ErrorSummary, PartnerPage } from '#design/contract.ts'
import { dayOf } from '#district/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { isUnderWay } from '../rules.ts'
import { inboxWords } from './inbox-words.ts'
import { Answering, Treating } from './packet-answers.tsx'
import { Offers } from './packet-booking.tsx'
import { Furthers, Head, History, MayTell, Stops } from './packet-parts.tsx'
import type { FormProps } from './packet-sheet.tsx'
import { Visits } from './packet-visits.tsx'
import { PacketList } from './referral-packet.tsx'

const say = inboxWords()

function Body(props: FormProps) {
  const { seen } = props
  const { referral, packet } = seen
  if (!packet.open) return <p>{say('ended')}</p>
  return (
    <div class="packet-cols">
      <div class="flow">
        <h3>{say('the_referral')}</h3>
        {packet.content === undefined ? (
          <p>{say('not_shown')}</p>
        ) : (
          <PacketList content={packet.content} today={dayOf(seen.calendar, seen.now)} />
        )}
        <ToldInClass told={seen.noticed} today={dayOf(seen.calendar, seen.now)} />
        <Visits {...props} />
        <Offers seen={seen} />
        <Furthers seen={seen} />
        <History seen={seen} />
      </div>
      <div class="flow">
        <MayTell seen={seen} />
        {(referral.state === 'sent' || referral.state === 'received') && <Answering {...props} />}
        {isUnderWay(referral.state) && <Treating {...props} />}
      </div>
    </div>
  )
}

/**
 * One referral at its agency, on an address of its own: what was sent, what may be told, and the answer
 * beside it.
 */
export const PacketPage = (seen: SeenPacket, view: View) => (
  <PartnerPage shell={view.shell}>
    <ErrorSummary errors={view.problem?.because ?? []} />
    <Head seen={seen} view={view} />
    <Stops seen={seen} view={view} />
    <article class="packet-view">
      <Body seen={seen} view={view} />
    </article>
    <p class="screen">
      {isUnderWay(seen.referral.state) && (
        <ButtonLink href={`/inbox/${seen.referral.id}/alerts`}>{say('alerts')}</ButtonLink>
      )}{' '}
      {seen.keepsNotes && <ButtonLink href={`/notes/${seen.referral.id}`}>{say('own_notes')}</ButtonLink>}
    </p>
  </PartnerPage>
)
