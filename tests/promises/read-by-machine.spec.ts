import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAccounting } from '#consent/look-accounting.ts'
import { lookShared } from '#family/look-shared.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const studentId = families.mateo.id
const kinds = async () => {
  const { rows } = await story.admin.query<{ kind: string; items: string[] }>(
    `select kind, items from disclosure_reading where student_id = $1 and partner_id is not null order by at, id`,
    [studentId],
  )
  return rows
}

describe('What a machine of an agency takes in', () => {
  test('is a kind of its own in the ledger, the accounting and the page of the family, and no page that was opened', async () => {
    const { referralId } = await story.sent('mateo')
    const machine = { ...story.noor(), machine: true }
    await lookPacket.see(machine, { referralId })
    await lookInbox.see(machine, {})
    expect(new Set((await kinds()).map(({ kind }) => kind))).toEqual(new Set(['machine_view']))
    const taken = (await kinds()).length

    await lookPacket.see(story.noor(), { referralId })
    await lookInbox.see(story.noor(), {})
    const of = (kind: string, rows: { kind: string }[]) => rows.filter((each) => each.kind === kind).length
    const rows = await kinds()
    expect([of('portal_view', rows), of('portal_list', rows), of('machine_view', rows)]).toEqual([
      1,
      1,
      taken,
    ])

    const { read = [] } = await lookAccounting.see(story.being('leila'), { studentId, whole: 'yes' })
    expect(of('machine_view', read)).toBe(taken)
    const { outside } = await lookShared.see(story.being('elena'), {})
    expect(outside).toMatchObject([{ times: 1, byMachine: taken }])
    const pages = await pagesOf(story)
    const { html } = await pages.get('elena', '/family?lang=en')
    expect(html).toContain('taken in by their computer')
    expect((await pages.get('elena', '/family?lang=ar')).html).toContain('أخذها حاسوبهم')
    await pages.close()
  })
})
