import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeAtAgency } from '#alerts/acknowledge-at-agency.ts'
import { acknowledgeAtSchool } from '#alerts/acknowledge-at-school.ts'
import { lookAlertsAtAgency, lookAlertsAtSchool } from '#alerts/look-alerts.ts'
import { sendToAgency } from '#alerts/send-to-agency.ts'
import { sendToSchool } from '#alerts/send-to-school.ts'
import { tellNext } from '#alerts/tell-next.ts'
import { toldOfAlert } from '#alerts/told-store.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { scopeOf } from '#access/actor.ts'
import { checkLost } from './check-lost.ts'
import { lookToday } from './look-today.ts'
import { agreeOnEveryItem } from '#tests/support/whole-agreement.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
  await agreeOnEveryItem(story)
})
afterAll(() => story.close())

const both = { ...everything, school_alerts: 'yes', agency_alerts: 'yes' } as const
const toSchool = (referralId: string, about = 'change_at_home') =>
  sendToSchool.perform(story.noor(), { referralId, about })
const toAgency = (family: FamilyKey, referralId: string, about = 'away_more') =>
  sendToAgency.perform(story.being('maya'), { studentId: families[family].id, referralId, about })
const told = (alertId: string) =>
  story.db.transaction(scopeOf(actorOf('ruth')), (tx) => toldOfAlert(tx, alertId))
const next = (alertId: string) => tellNext.perform(story.asSystem(story.districtId), { alertId })
const things = async (key: CastKey) => {
  const { groups } = (await lookToday.see(story.being(key), {})) as never as { groups: object }
  return JSON.stringify(groups)
}

describe('An alert that a student needs more support', () => {
  test('goes neither way without the family’s yes to that way, whatever else it agreed to [R009]', async () => {
    const { referralId } = await story.accepted('sofia', { ...everything, agency_alerts: 'no' })
    expect(await toSchool(referralId)).toEqual({ done: false, because: ['not_shared'] })
    expect(await toAgency('sofia', referralId)).toEqual({ done: false, because: ['not_shared'] })
    expect(await story.rows('select 1 from support_alert where referral_id = $1', referralId)).toEqual([])
  })

  test('reaches the school’s lead, who acknowledges it; it stands in the accounting [R009]', async () => {
    const { referralId } = await story.accepted('hana', both)
    const { alertId } = story.must(await toSchool(referralId))
    expect(await toSchool(referralId)).toEqual({ done: false, because: ['waits_already'] })
    story.must(await next(alertId))
    expect(await told(alertId)).toEqual([cast.ruth.id])
    expect(await things('ruth')).toContain(alertId)
    const seen = await lookAlertsAtSchool.see(story.being('ruth'), { studentId: families.hana.id })
    expect(seen.alerts).toMatchObject([{ about: 'change_at_home', direction: 'to_school', rung: 1 }])

    const taken = { studentId: families.hana.id, alertId }
    await expect(acknowledgeAtSchool.perform(story.being('priya'), taken)).rejects.toBeInstanceOf(Problem)
    story.must(await acknowledgeAtSchool.perform(story.being('ruth'), taken))
    expect(await acknowledgeAtSchool.perform(story.being('maya'), taken)).toEqual({
      done: false,
      because: ['answered_already'],
    })
    expect(await things('ruth')).not.toContain(alertId)
    expect(await next(alertId)).toEqual({ done: false, because: ['answered'] })
    const ledger = await story.rows(
      `select direction, purpose from disclosure where referral_id = $1 and items = array['agency_alert']`,
      referralId,
    )
    expect(ledger).toEqual([{ direction: 'to_school', purpose: 'continuity_of_care' }])
    expect(await story.trail()).toContain('designated_lead: alert.acknowledged')
    // The agency that sent it reads that somebody has it, and not who.
    const { alerts } = await lookAlertsAtAgency.see(story.noor(), { referralId })
    expect(alerts).toMatchObject([{ id: alertId, acknowledgedAt: story.clock.now() }])
    expect(JSON.stringify(alerts)).not.toContain(cast.ruth.name)
  })

  test('that nobody answers reaches the next people, rung by rung, and then everybody again [R009]', async () => {
    const { referralId } = await story.accepted('mateo', both)
    const { alertId } = story.must(await toSchool(referralId, 'loss'))
    story.must(await next(alertId))
    expect(await next(alertId)).toEqual({ done: false, because: ['not_due'] })
    const before = story.clock.now()
    const rungs = [await told(alertId)]
    for (const later of ['2026-10-15T20:00:00Z', '2026-10-19T20:00:00Z', '2026-10-21T20:00:00Z']) {
      story.clock.set(later)
      story.must(await next(alertId))
      rungs.push(await told(alertId))
    }
    const [first, second, third, again] = rungs as [string[], string[], string[], string[]]
    expect(first).toEqual([cast.ruth.id])
    expect(second.length).toBeGreaterThan(first.length)
    expect(third.length).toBeGreaterThan(second.length)
    expect(third).toContain(cast.maya.id)
    expect(again.toSorted()).toEqual(third.toSorted())
    expect(await story.trail()).toContain('system: alert.told_again')
    expect(await things('maya')).toContain(alertId)
    story.clock.set(before)
  })

  test('of the school reaches whoever answers at the agency, as long as the family’s yes holds [R009]', async () => {
    const { referralId } = await story.accepted('tessa', both)
    const { alertId } = story.must(await toAgency('tessa', referralId))
    story.must(await next(alertId))
    expect(await told(alertId)).toEqual([cast.tomas.id])
    expect(JSON.stringify(await lookToday.see(story.being('tomas'), {}))).toContain(alertId)
    const { alerts } = await lookAlertsAtAgency.see(story.being('tomas'), { referralId })
    expect(alerts).toMatchObject([{ about: 'away_more', direction: 'to_partner', acknowledgedAt: null }])
    const other = lookAlertsAtAgency.see(story.being('farah'), { referralId })
    await expect(other).rejects.toBeInstanceOf(Problem)
    story.must(await acknowledgeAtAgency.perform(story.being('tomas'), { referralId, alertId }))

    const { alertId: late } = story.must(await toAgency('tessa', referralId, 'check_in'))
    const [yes] = await story.rows(
      `select c.id from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
       where c.referral_id = $1 and a.scope = 'school_alerts'`,
      referralId,
    )
    const taken = { consentId: yes?.['id'], channel: 'phone', askedBy: 'The mother' }
    story.must(await revokeConsent.perform(story.being('maya'), taken))
    expect(await next(late)).toEqual({ done: false, because: ['stopped'] })
    const gone = await acknowledgeAtAgency.perform(story.being('tomas'), { referralId, alertId: late })
    expect(gone).toEqual({ done: false, because: ['stopped'] })
    expect((await lookAlertsAtAgency.see(story.being('tomas'), { referralId })).alerts).toEqual([])
  })

  test('has pages on both sides, with the list and no field for words', async () => {
    const { referralId } = await story.accepted('theo', both)
    story.must(await toSchool(referralId, 'basic_needs'))
    const pages = await pagesOf(story)
    const atSchool = await pages.get('maya', `/students/${families.theo.id}/alerts`)
    expect(atSchool.html).toContain('Food, a home or other basic needs are short')
    expect(atSchool.html).toContain('I have this')
    const atAgency = await pages.get('noor', `/inbox/${referralId}/alerts`)
    expect(atAgency.html).toContain('You to school')
    for (const { html } of [atSchool, atAgency]) expect(html).not.toContain('<textarea')
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('that its clock does not watch any more is found by whoever looks for what is lost', async () => {
    const { referralId } = await story.accepted('jonas', both)
    const alertIds = [
      story.must(await toSchool(referralId)).alertId,
      story.must(await toAgency('jonas', referralId)).alertId,
    ]
    for (const each of alertIds) story.must(await next(each))
    const found = async () => {
      await checkLost(story.asSystem(story.districtId))
      const { rows } = await story.admin.query<{ record_id: string; lacks: string }>(
        `select record_id, lacks from lost_finding where record_id = any($1) and record_type = 'support_alert'`,
        [alertIds],
      )
      return rows.map(({ record_id, lacks }) => `${alertIds.indexOf(record_id)} ${lacks}`).toSorted()
    }
    expect(await found()).toEqual([])
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query('update support_alert set answer_due_at = $2 where id = any($1)', [
      alertIds,
      '2026-10-01T17:00:00Z',
    ])
    await story.admin.query('commit')
    expect(await found()).toEqual(['0 clock', '1 clock'])
  })
})
