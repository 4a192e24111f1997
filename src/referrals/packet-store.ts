import { sql } from 'kysely'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { nameWords } from '#platform/name-words.ts'
import { opened } from '#platform/vault/opened.ts'
import { labelOf, modelInForce } from '#standards/contract.ts'
import type { PacketContent, PacketFacts } from './packet.ts'
import type { Referral } from './referral.ts'

type Row = {
  name: string
  bornOn: string | null
  grade: string
  homeLanguage: string
  accommodation: string | null
  school: string
  navigatorName: string
  navigatorPhone: string | null
  transport: string | null
  transportNote: string | null
  coverage: string | null
  caregiverName: string | null
  relationship: string | null
  phone: string | null
  rule: string | null
  hours: string | null
  caregiverLanguage: string | null
  interpreter: boolean | null
  schoolwork: string | null
}

// The caregiver is the one who answered, else whom the school contacts first. School and navigator are asked
// for by themselves: joined, a small district's are multiplied with every student before one is chosen.
const known = statement(
  ($: { district: string; id: string; caregiver: string | null }) => sql<Row>`
    select s.given_name || ' ' || s.family_name as name, s.born_on as "bornOn", s.grade, s.home_language as "homeLanguage",
      ${opened('student.accommodation', 's')} as accommodation,
      (select name from school where district_id = f.district_id and id = f.school_id) as school,
      (select name from person where district_id = f.district_id and id = f.navigator_id) as "navigatorName",
      (select phone from person where district_id = f.district_id and id = f.navigator_id) as "navigatorPhone",
      h.transport, ${opened('handoff.transport_note', 'h')} as "transportNote", h.coverage,
      c.name as "caregiverName", g.relationship, ${opened('caregiver.phone', 'c')} as phone,
      c.contact_rule as rule, ${opened('caregiver.contact_hours', 'c')} as hours,
      c.language as "caregiverLanguage", c.interpreter,
      ${opened('concern.schoolwork', 'k')} as schoolwork
    from referral f
    join student s on s.district_id = f.district_id and s.id = f.student_id
    left join handoff h on h.district_id = f.district_id and h.referral_id = f.id
    left join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
    left join concern k on k.district_id = f.district_id and k.id = t.concern_id
    left join lateral (
      select g.caregiver_id, g.relationship from guardianship g
        join caregiver w on w.district_id = g.district_id and w.id = g.caregiver_id
      where g.district_id = f.district_id and g.student_id = f.student_id and g.ended_on is null
        and ${caregiverNotKept('w', 'g')}
      order by (g.caregiver_id = ${$.caregiver}::uuid) desc nulls last, g.position, g.caregiver_id limit 1) g on true
    left join caregiver c on c.district_id = f.district_id and c.id = g.caregiver_id
    where f.district_id = ${$.district} and f.id = ${$.id}`,
)

const factsFrom = (row: Row, referral: Referral, label: string): PacketFacts => ({
  identity: { name: row.name, bornOn: row.bornOn, grade: row.grade, school: row.school },
  caregiver_contact:
    row.caregiverName === null
      ? null
      : {
          name: row.caregiverName,
          relationship: row.relationship ?? 'other',
          phone: row.phone,
          rule: row.rule ?? 'any',
          hours: row.hours,
        },
  language: {
    home: row.homeLanguage,
    caregiver: row.caregiverLanguage ?? 'unknown',
    interpreter: row.interpreter ?? false,
    accommodation: row.accommodation,
  },
  reason: { category: referral.reasonCategory, label },
  urgency: { code: 'same_week' },
  service_sought: { service: referral.serviceSought, modality: referral.modality },
  school_contact: { name: row.navigatorName, phone: row.navigatorPhone },
  transport:
    row.transport === null || row.transport === 'unsettled'
      ? null
      : { how: row.transport, note: row.transportNote },
  coverage: row.coverage === null || row.coverage === 'unknown' ? null : { payer: row.coverage },
  academic_observations: row.schoolwork === null ? null : { observed: row.schoolwork },
})

/**
 * Everything known that a packet of this referral could hold.
 * @param at.caregiverId the caregiver who answered; whom the school contacts first when left out
 */
export async function packetFacts(
  tx: Transaction,
  referral: Referral,
  at: { now: Date; caregiverId: string | null },
): Promise<PacketFacts> {
  const model = await modelInForce(tx, at.now)
  const row = await tx.one(known, {
    district: tx.scope.districtId,
    id: referral.id,
    caregiver: at.caregiverId,
  })
  return factsFrom(
    row,
    referral,
    labelOf(model.reasons.body, 'referral_category', { code: referral.reasonCategory }),
  )
}

const add = statement(
  (
    $: Record<
      'district' | 'id' | 'referral' | 'student' | 'partner' | 'consent' | 'route' | 'content' | 'by',
      string
    > & { hash: Buffer; at: Date },
  ) => sql`
    insert into packet (district_id, id, referral_id, student_id, partner_id, consent_id, route_id, content, content_hash, sent_by, sent_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.consent}, ${$.route}, ${$.content}::jsonb,
      ${$.hash}, ${$.by}, ${$.at})`,
)
const addNames = statement(
  ($: { district: string; partner: string; words: readonly string[]; referral: string }) => sql`
    insert into packet_name (district_id, partner_id, word, referral_id)
    select ${$.district}, ${$.partner}, word, ${$.referral} from unnest(${$.words}::text[]) as word`,
)
export type Sending = {
  referral: Referral
  partnerId: string
  consentId: string
  routeId: string
  content: PacketContent
  hash: Buffer
}

/** Keeps the exact packet that leaves now [R031]. */
export function addPacket(unit: Unit, { referral, content, hash, ...sending }: Sending): string {
  const id = unit.id()
  unit.tx.write(add, {
    district: unit.districtId,
    id,
    referral: referral.id,
    student: referral.studentId,
    partner: sending.partnerId,
    consent: sending.consentId,
    route: sending.routeId,
    ...(unit.tx.sealed('packet', { row: id, of: referral.studentId }, { content }) as { content: never }),
    hash,
    by: unit.actor.personId as string,
    at: unit.now,
  })
  const words = nameWords(content.identity?.name)
  const { partnerId: partner } = sending
  if (words.length > 0)
    unit.tx.write(addNames, { district: unit.districtId, partner, words, referral: referral.id })
  return id
}

export type SentPacket = {
  id: string
  referralId: string
  partnerId: string
  consentId: string
  content: PacketContent
  contentHash: Buffer
  routeKind: string
  routeAddress: string
  sentByName: string
  sentAt: Date
}
const sent = statement(
  ($: { district: string; referral: string }) => sql<SentPacket>`
    select p.id, p.referral_id as "referralId", p.partner_id as "partnerId", p.consent_id as "consentId",
      ${opened('packet.content', 'p')} as content,
      p.content_hash as "contentHash", r.kind as "routeKind", r.address as "routeAddress", coalesce(n.name, '') as "sentByName", p.sent_at as "sentAt"
    from packet p
    join intake_route r on r.district_id = p.district_id and r.id = p.route_id
    left join person n on n.district_id = p.district_id and n.id = p.sent_by
    where p.district_id = ${$.district} and p.referral_id = ${$.referral}`,
)

/** The packet that was sent for a referral, exactly as it left, or undefined. */
export const findPacket = (tx: Transaction, referralId: string): Promise<SentPacket | undefined> =>
  tx.maybe(sent, { district: tx.scope.districtId, referral: referralId })
