import { LeftOutList, PacketList } from '#referrals/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import { say } from './part.tsx'

/** Why nothing is in it: the family’s choice, or something that is still to be cleared. */
const whyNothing = ({ questions }: HandoffData) =>
  questions.some(
    ({ scope, is }) => scope === 'referral_disclosure' && (is === 'declined' || is === 'withdrawn'),
  )
    ? say('packet_none')
    : say('packet_not_yet')

/** What the agency will see, or saw, beside the question that changes it; and what stays at school. */
export function PacketAside({ data }: { data: HandoffData }) {
  const { sending, referral } = data
  const partner = sending.partner?.shortName
  const heading =
    partner === undefined
      ? say('packet_heading_open')
      : say(referral.sentAt === null ? 'packet_heading' : 'packet_sent', { partner })
  const nothing = Object.keys(sending.preview.content).length === 0
  return (
    <aside class="packet" aria-labelledby="packet-h">
      <div class="sec-head">
        <h2 id="packet-h">{heading}</h2>
      </div>
      {partner === undefined ? (
        <p class="quiet">{say('picker_first')}</p>
      ) : (
        <>
          <p class="quiet">{nothing ? whyNothing(data) : say('packet_note')}</p>
          <PacketList content={data.sentPacket ?? sending.preview.content} />
          {!nothing && (
            <>
              <h3>{say('left_out')}</h3>
              <LeftOutList left={sending.preview.leftOut} />
            </>
          )}
        </>
      )}
    </aside>
  )
}
