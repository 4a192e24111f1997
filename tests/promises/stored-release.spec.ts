import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentsPage } from '#consent/consents-page.ts'
import { elementsIn } from '#consent/law.ts'
import { postParticipation } from '#referrals/post-participation.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'

let story: AgencyStory
let told: { referralId: string; consentIds: string[] }
beforeAll(async () => {
  story = await agencyStory()
  told = await story.accepted('mateo')
  // What no act would write, and a file that was brought in might hold.
  await story.admin.query(`do $$ declare each record; begin
    for each in select conname from pg_constraint where contype = 'c' and conrelid = 'consent'::regclass loop
      execute format('alter table consent drop constraint %I', each.conname);
    end loop; end $$`)
})
afterAll(() => story.close())

/** What is kept of an answer, with a part of it taken away, and put back afterwards. */
async function withStored<Result>(change: string, ask: () => Promise<Result>): Promise<Result> {
  const set = (what: string) =>
    story.admin.query(`begin; set local session_replication_role = replica; ${what}; commit`)
  await set(`create table if not exists kept as select * from consent where false;
    insert into kept select * from consent where referral_id = '${told.referralId}';
    update consent set ${change} where referral_id = '${told.referralId}'`)
  const result = await ask()
  await set(`delete from consent where id in (select id from kept); insert into consent select * from kept;
    drop table kept`)
  return result
}

/** What the page names as missing, how the question stands there, and whether the agency may tell it. */
async function lacks() {
  const { referralId } = told
  const page = await consentsPage.see(story.being('maya'), { referralId })
  const record = page.history.find(({ kind }) => kind === 'release')
  const missing = record && elementsIn(record, 'participation').filter(({ there }) => !there)
  const post = { referralId, signal: 'attended', visitOn: '2026-10-12' }
  const posted = await postParticipation.perform(story.noor(), post)
  return {
    is: page.shelf.find(({ scope }) => scope === 'participation')?.is,
    missing: missing?.map(({ element }) => element),
    refused: posted.done ? [] : posted.because,
  }
}

describe('What is stored of an answer', () => {
  test('is whole, and lets the agency tell what it says', async () => {
    expect(await lacks()).toEqual({ is: 'in_force', missing: [], refused: [] })
  })

  test.each([
    ['agency_named = null', ['hipaa.discloser']],
    ['school_named = null', ['hipaa.recipient']],
    [`purpose = 'anything'`, ['hipaa.purpose']],
    ['witness = null, document_reference = null', ['hipaa.signature']],
    [`authority = 'unknown'`, ['hipaa.authority']],
    [
      `wording_version = 'questions 1'`,
      ['hipaa.statement_revoke', 'hipaa.statement_refusal', 'hipaa.statement_passed_on'],
    ],
  ])('without %s nothing is told, and the page names %j', async (change, missing) => {
    expect(await withStored(change, lacks)).toEqual({
      is: 'incomplete',
      missing,
      refused: ['participation_not_shared'],
    })
    expect((await lacks()).is).toBe('in_force')
  })
})
