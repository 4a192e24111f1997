import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Page, PageHead } from '#design/contract.ts'
import { packetPage, type PacketData } from '../packet-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'
import { PacketList } from './referral-packet.tsx'

const say = navigatorScreenWords()

const PacketPage = ({ referral, packet, partnerName, ...reading }: PacketData, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={say('packet_to', { partner: partnerName })}
      crumb={{ href: `/referrals/${referral.id}`, label: say('number', { number: referral.number }) }}
    >
      <p>
        {say('packet_about', {
          at: momentWords(packet.sentAt, reading),
          name: packet.sentByName,
          route: packet.routeAddress,
        })}
      </p>
    </PageHead>
    <div class="packet-view">
      <PacketList content={packet.content} />
    </div>
    <details class="more">
      <summary>{say('packet_hash')}</summary>
      <p class="hint">
        <code>{packet.hash}</code>
      </p>
    </details>
  </Page>
)

/** The exact packet, on an address of its own. */
export const packetScreen = screen({
  address: '/referrals/:referralId/packet',
  title: say('packet_title'),
  look: packetPage,
  page: PacketPage,
})
