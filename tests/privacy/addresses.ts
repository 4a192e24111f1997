import type pg from 'pg'
import { guides } from '#acknowledgements/terms.ts'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { families } from '../riverside/families.ts'
import { schools } from '../riverside/places.ts'
import { tableOf } from '../promises/own-ids-trying.ts'

/** Addresses of the house that are no screen of a module. */
const besides = [
  '/',
  '/account',
  '/sign-in',
  '/sign-in/again',
  '/sign-in/nothing-open',
  '/sign-in/recovery-code',
  '/sign-in/second-step',
  '/set-up/second-step',
  '/forgot-password',
  `/invitation/${'x'.repeat(43)}`,
  `/new-password/${'x'.repeat(43)}`,
  '/healthz',
  '/openapi.json',
  '/nothing/here',
  '/consents/:consentId/documents/:documentId',
  '/referrals/file',
  '/handle-with-care/from/nobodyhasit2',
  '/family/visits/:appointmentId.ics',
]
const standards = [
  'checklist',
  'reasons',
  'clocks',
  'tiers',
  'signals',
  'triage_staff',
  'message_rules',
  'crisis',
  'early_warning',
  'drills',
  'nothing',
]

/** Where the ids of a parameter are found. */
const tables: Readonly<Record<string, string>> = { documentId: 'consent_document' }
const tableFor = (name: string) => tables[name] ?? tableOf('', name)

/** Ids that belong together, from the rows that hold both. */
const together: Readonly<Record<string, string>> = {
  'referralId barrierId': 'select referral_id as a, id as b from barrier',
  'studentId blockId': 'select student_id as a, id as b from access_block',
  'studentId protectionId': 'select student_id as a, id as b from protected_contact',
  'studentId caregiverId': 'select student_id as a, caregiver_id as b from guardianship',
  'reviewId referralId': 'select review_id as a, referral_id as b from weekly_review_line',
  'consentId documentId': 'select consent_id as a, id as b from consent_document',
}

const named = (address: string) => [...address.matchAll(/:(\w+)/g)].map(([, name]) => name as string)

async function waysToFill(admin: pg.ClientBase, names: readonly string[]): Promise<string[][]> {
  const pair = together[names.join(' ')]
  if (pair !== undefined) {
    const { rows } = await admin.query<{ a: string; b: string }>(`select distinct a, b from (${pair}) t`)
    // Ids that do not belong together name nothing, whosever they are.
    const crossed = rows.slice(1).map(({ b }, at) => [rows[at]?.a as string, b])
    return [...rows.map(({ a, b }) => [a, b]), ...crossed]
  }
  const [name = ''] = names
  if (name === 'place') return [...Object.values(schools).map(({ code }) => [code]), ['away-alder-creek']]
  if (name === 'guide') return [...guides, 'nothing'].map((guide) => [guide])
  if (name === 'kind') return standards.map((kind) => [kind])
  const table = tableFor(name)
  if (names.length !== 1 || table === undefined)
    throw new Error(`Nobody knows how to fill ${names.join(', ')}`)
  const { rows } = await admin.query<{ id: string }>(
    `select id::text from (select distinct id, coalesce(to_jsonb(t) ->> 'student_id', id::text) = $1 as first from ${table} t) i
     order by first desc, id desc`,
    [families.sofia.id],
  )
  return [...rows.map(({ id }) => [id]), [newId()]]
}

/** A page: where it stands, every address of it, and whom it opens to as far as it says. */
export type PageAddress = { address: string; urls: readonly string[]; by: readonly string[] | undefined }

/** Every address that is read, with every id there is in its place: those of one student first. */
export async function everyAddress(admin: pg.ClientBase): Promise<PageAddress[]> {
  const screens = house.screens.map(({ address, look, open }) => ({
    address,
    by: open ? undefined : look.by,
  }))
  const filled: PageAddress[] = []
  for (const { address, by } of [...screens, ...besides.map((each) => ({ address: each, by: undefined }))]) {
    const names = named(address)
    const ways = names.length === 0 ? [[]] : await waysToFill(admin, names)
    const urls = ways.map((ids) => {
      const left = [...ids]
      return address.replaceAll(/:\w+/g, () => left.shift() ?? '')
    })
    filled.push({ address, by, urls: [...new Set(urls)] })
  }
  return filled
}

/** The address a path was filled from, so that what was found can be said of the page. */
export function addressOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}
