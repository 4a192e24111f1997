import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { h } from 'preact'
import { afterAll, beforeAll, test } from 'vitest'
import { buildAssets, loadAssets } from '#design/contract.ts'
import { menuOf, shellOf } from '#access/shell.ts'
import { createApp, type App } from '#platform/http/app.ts'
import { mount } from '#platform/http/mount.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { cast, actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { families } from '#tests/riverside/families.ts'
import * as consent from '#consent/screens/addresses.ts'
import { navigatorResources, navigatorScreens } from '#referrals/screens/referral-addresses.ts'
import * as own from './screens/addresses.ts'

const run = promisify(execFile)
let story: Story
let app: App
let base = ''
beforeAll(async () => {
  story = await referralStory({ at: '2026-10-13T17:05:00Z' })
  await mkdir('/tmp/d3/assets', { recursive: true })
  await buildAssets('/tmp/d3/assets')
  const assets = loadAssets('/tmp/d3/assets') as never as {
    css?: string
    href: (n: string) => string
    files: readonly { address: string }[]
  }
  app = await createApp({
    secure: false,
    log: (line) => console.error(line.route, line.error),
    problemPage: (problem) => h('p', {}, JSON.stringify(problem)),
  })
  const screens = [...consent.screens, ...navigatorScreens, ...own.screens]
  const resources = [...consent.resources, ...navigatorResources, ...own.resources]
  mount(app, {
    screens,
    resources,
    visit: async (request) => {
      const as = ((request.headers['x-as'] as string) ?? 'maya') as 'maya'
      const actor = actorOf(as)
      const cssFile = (await run('sh', ['-c', 'ls /tmp/d3/assets | grep css | head -1'])).stdout.trim()
      return {
        doer: story.as(actor),
        language: 'en',
        byCookie: true,
        ownsForm: () => true,
        shell: async (page) =>
          shellOf(page, {
            assets: { css: `/assets/${cssFile}` } as never,
            demo: true,
            assignments: [],
            actor: { name: cast[as].name, acting: 'Navigator, Alder Creek' },
            nav: menuOf(screens, actor.role, page.path),
            csrf: 'x',
            language: 'en',
          }),
      }
    },
  })
  app.get('/assets/:file', { config: { who: ['anyone'], behind: 'spec' } }, async (request, reply) => {
    const { file } = request.params as { file: string }
    const type = file.endsWith('css') ? 'text/css' : file.endsWith('woff2') ? 'font/woff2' : 'image/svg+xml'
    return reply.type(type).send(await readFile(`/tmp/d3/assets/${file}`))
  })
  base = await app.listen({ port: 0, host: '127.0.0.1' })
  void assets
})
afterAll(async () => {
  await app.close()
  await story.close()
})

const shot = async (name: string, path: string, width = 1440, height = 1600) => {
  const html = await (await fetch(base + path, { headers: { accept: 'text/html' } })).text()
  await writeFile(`/tmp/d3/${name}.html`, html)
  await run(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      `--window-size=${width},${height}`,
      `--screenshot=/tmp/d3/${name}-${width}.png`,
      '--virtual-time-budget=2000',
      base + path,
    ],
    { timeout: 60000 },
  )
}
let n = 0
const post = async (path: string, form: Record<string, string | string[]>) => {
  const body = new URLSearchParams()
  const id = `019f0000-0000-7000-8000-${String(++n).padStart(12, '0')}`
  for (const [k, v] of Object.entries({ ...form, _csrf: 'x', _key: id }))
    for (const one of [v].flat()) body.append(k, one)
  const answer = await fetch(base + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', origin: base },
  })
  const text = await answer.text()
  console.log(
    'POST',
    path.replace(/[0-9a-f-]{36}/g, '…'),
    answer.status,
    answer.headers.get('location')?.replace(/[0-9a-f-]{36}/g, '…') ??
      text.match(/<div class="errors.*?<\/ul>/)?.[0]?.replace(/<[^>]+>/g, ' ') ??
      text.slice(0, 300),
  )
  return text
}

test('shots', { timeout: 300000 }, async () => {
  const id = await story.decide('mateo')
  const at = (time: string) => story.clock.set(`2026-10-13T${time}:00Z`)
  const page = `/referrals/${id}/handoff`
  await shot('1-begin', page, 1440, 2600)
  at('20:45')
  await post(`/referrals/${id}/partner`, {
    part: 'partner',
    partnerId: partners.openDoor.id,
    service: 'assessment',
    modality: 'in_person',
  })
  await post(`/referrals/${id}/partner`, {
    part: 'partner',
    partnerId: partners.cedarStreet.id,
    service: 'assessment',
    modality: 'in_person',
  })
  await post(`${page}/conversation`, {
    part: 'conversation',
    mode: 'phone',
    caregiverId: families.mateo.caregivers[0]!.id,
    language: 'es',
    interpreter: 'interpreter 4471',
    studentTookPart: 'yes',
  })
  at('20:49')
  await post(`${page}/points`, { part: 'points', points: ['service', 'intake', 'information', 'choices'] })
  const how = {
    part: 'question',
    caregiverId: families.mateo.caregivers[0]!.id,
    language: 'es',
    interpreter: 'interpreter 4471',
    method: 'phone_witnessed',
    witness: 'interpreter 4471',
    endsOn: '2027-06-30',
  }
  at('20:50')
  await post(`${page}/answers`, { ...how, scope: 'referral_disclosure', answer: 'yes' })
  at('20:51')
  await post(`${page}/answers`, { ...how, scope: 'status_feedback', answer: 'yes' })
  at('20:52')
  await post(`${page}/answers`, { ...how, scope: 'participation', answer: 'no' })
  await shot('2-consent', page, 1440, 2400)
  await shot('2-consent', page, 390, 5200)
  await shot('2-consent', page, 320, 5600)
  
  await writeFile('/tmp/d3/refused.html', await post(`${page}/completion`, { part: 'finish' }))
  await post(`${page}/answers`, { ...how, scope: 'safety_signals', answer: 'later' })
  await post(`/referrals/${id}/packet`, { part: 'send', caregiverPresent: 'no' })
  await post(`/referrals/${id}/packet`, { part: 'send', caregiverPresent: 'yes' })
  at('20:56')
  await post(`${page}/receipt`, { part: 'receipt', confirmedBy: 'Noor Aziz' })
  
  const visit = {
    part: 'visit',
    kind: 'assessment',
    on: '2026-10-15',
    at: '16:30',
    minutes: '60',
    place: '214 Cedar Street, second floor',
    modality: 'in_person',
    withWhom: 'Tomas Lindqvist',
  }
  await post(`/referrals/${id}/appointments`, { ...visit, on: '2026-10-27' })
  await post(`/referrals/${id}/appointments`, visit)
  await post(`${page}/logistics`, {
    part: 'logistics',
    transport: 'school_ride',
    transportNote: 'Un carro pasa por su casa a las 4:00.',
    conflicts: ['work_schedule'],
    interpreterBooked: 'yes',
    coverage: 'medicaid',
  })
  await post(`${page}/plan`, { part: 'plan', planLanguage: 'es', delivery: ['paper', 'text_link'] })
  
  at('21:05')
  await post(`${page}/completion`, { part: 'finish' })
  await post(`${page}/corrections`, {
    field: 'receiptAt',
    on: '2026-10-13',
    at: '13:58',
    reason: 'Wrote down the wrong minute',
  })
  await shot('5-complete', page, 1440, 2600)
  for (const lang of ['es'])
    await shot(`plan-${lang}`, `/referrals/${id}/family-plan?lang=${lang}`, 820, 1700)
  await shot('plan-es', `/referrals/${id}/family-plan?lang=es`, 390, 2600)
  await run(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      '--print-to-pdf=/tmp/d3/plan.pdf',
      `${base}/referrals/${id}/family-plan?lang=es`,
    ],
    { timeout: 60000 },
  )
  await shot('referral', `/referrals/${id}`, 1440, 2400)
  await shot('referral', `/referrals/${id}`, 390, 4200)
  
  await shot('contacts', `/referrals/${id}/contacts`, 1440, 1500)
  await shot('consents', `/referrals/${id}/consents`, 1440, 2400)
  const { rows } = await story.admin.query('select id from consent where referral_id = $1 order by id', [id])
  await shot('revocation', `/consents/${rows[1].id}/revocation`, 1440, 1100)
  await shot('redirection', `/referrals/${id}/redirection`, 1440, 1100)
  await shot('exception', `${page}/exception`, 1440, 1100)
  
  const { rows: visits } = await story.admin.query('select id from appointment where referral_id = $1', [id])
  await shot('rebooking', `/appointments/${visits[0].id}/rebooking`, 1440, 1300)
  await post(`/consents/${rows[1].id}/revocation`, {
    askedBy: 'Elena Rivas',
    channel: 'phone',
    extent: 'everything',
  })
  await shot('referral-revoked', `/referrals/${id}`, 1440, 2400)
  const other = await story.decide('kayla')
  await post(`/referrals/${other}/partner`, {
    part: 'partner',
    partnerId: partners.cedarStreet.id,
    service: 'assessment',
    modality: 'in_person',
  })
  await story.answer(other, 'kayla', { referral_disclosure: 'no' })
  await shot('declined', `/referrals/${other}/handoff`, 1440, 2400)
})
