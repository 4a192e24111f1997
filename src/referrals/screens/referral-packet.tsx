import { KeyList, MarkedList, type MarkState, Phone } from '#design/contract.ts'
import type { LeftOut, PacketContent } from '../packet.ts'
import { leftOutLines, packetLines } from '../packet-lines.ts'

/** A number is never broken over two lines, and one press calls it. */
const Unbroken = ({ text }: { text: string }) => (
  <>{text.split(/(\+?\d[\d-]{5,}\d)/).map((part, i) => (i % 2 === 1 ? <Phone number={part} /> : part))}</>
)

/** A packet as it reads, item by item. */
export const PacketList = ({ content }: { content: PacketContent; today?: string }) => (
  <KeyList
    items={packetLines(content).map(({ name, says }) => ({ key: name, value: <Unbroken text={says} /> }))}
  />
)

const marks: Record<LeftOut['why'], MarkState> = {
  not_asked: 'hidden',
  declined: 'end',
  not_agreed: 'end',
  unknown: 'hidden',
  never: 'end',
}

/** What stays at school, each with why. */
export const LeftOutList = ({ left }: { left: readonly LeftOut[] }) => (
  <MarkedList items={leftOutLines(left).map(({ why, says }) => ({ s: marks[why], text: says }))} />
)
