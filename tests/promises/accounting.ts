import type pg from 'pg'

/**
 * What left, told by the rows that carry it and without a look at the ledger: at which instant, which way,
 * and which item. No item where a row carries whatever its consent allows.
 */
const left = `
  select referral_id, null::uuid as exception_id, 'to_partner' as way, at, item from sent
  union all select referral_id, null, 'to_school', entered_at, 'status' from referral_status where source = 'partner'
  union all select referral_id, null, 'to_school', posted_at, 'participation' from participation
  union all select referral_id, null, 'to_school', posted_at, 'safety_signal' from safety_signal
  union all select referral_id, null, 'to_school', offered_at, 'appointment' from visit_offer
  union all select referral_id, null, 'to_school', requested_at, null from further_request
  union all select v.referral_id, null, case when a.partner_id is null then 'to_partner' else 'to_school' end, v.booked_at, 'appointment'
    from appointment v join assignment a on a.district_id = v.district_id and a.person_id = v.booked_by
  union all select v.referral_id, null, 'to_school', v.result_at, null
    from appointment v join assignment a on a.district_id = v.district_id and a.person_id = v.result_by
    where a.partner_id is not null and v.result <> 'rescheduled'
  union all select null, id, 'to_other', disclosed_at, unnest(items) from consent_exception`

const same = `l.referral_id is not distinct from x.referral_id and l.exception_id is not distinct from x.exception_id
    and l.way = x.way and l.at = x.at`
/** Where the ledger and what left differ, in words. */
const amiss = `
  with sent as (select * from jsonb_to_recordset($1::jsonb) as s(referral_id uuid, at timestamptz, item text)),
  l as materialized (${left}),
  x as (select referral_id, exception_id, direction as way, at, items from disclosure)
  select 'not in the ledger: ' || way || ' ' || coalesce(item, 'something') as said from l
  where not exists (select from x where ${same} and (l.item is null or l.item = any(x.items)))
  union all
  select 'never left: ' || way || ' ' || items::text from x where not exists (select from l where ${same})
  union all
  select 'more than left: ' || items::text from x where way <> 'to_school' and not items <@ array(
    select item from l where ${same})
  union all
  select 'twice: ' || way from x group by referral_id, exception_id, way, at having count(*) > 1`

/** What differs now. @param admin opens the packets, which lie sealed */
export async function amissIn(admin: pg.Client): Promise<string[]> {
  const packets = await admin.query<{ referral_id: string; at: string; content: object }>(
    'select referral_id, sent_at::text as at, content from packet',
  )
  const sent = packets.rows.flatMap(({ content, ...packet }) =>
    Object.keys(content).map((item) => ({ ...packet, item })),
  )
  const { rows } = await admin.query<{ said: string }>(amiss, [JSON.stringify(sent)])
  return rows.map(({ said }) => said)
}
