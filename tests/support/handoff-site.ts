import { h } from 'preact'
import { menuOf, shellOf } from '#access/shell.ts'
import * as consent from '#consent/screens/addresses.ts'
import * as handoffs from '#handoffs/screens/addresses.ts'
import { type App, createApp } from '#platform/http/app.ts'
import { mount } from '#platform/http/mount.ts'
import { newId } from '#platform/ids.ts'
import { navigatorResources, navigatorScreens } from '#referrals/screens/referral-addresses.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { referralStory, type Story } from './referral-story.ts'

const screens = [...consent.screens, ...navigatorScreens, ...handoffs.screens]
const resources = [...consent.resources, ...navigatorResources, ...handoffs.resources]
const shared = {
  assets: { css: '/sheet.css' },
  demo: false,
  assignments: [],
  csrf: 'mine',
  language: 'en' as const,
}

/**
 * The pages of consent and handoff, open to whoever the header `x-being` names: Maya when it names nobody.
 */
async function openPages(story: Story): Promise<App> {
  const app = await createApp({
    secure: false,
    log: ({ error }) => {
      throw error
    },
    problemPage: (problem) => h('p', {}, problem.code),
  })
  mount(app, {
    screens,
    resources,
    visit: async (request) => {
      const actor = actorOf((request.headers['x-being'] ?? 'maya') as CastKey)
      const named = { name: actor.name, acting: actor.role }
      return {
        doer: story.as(actor),
        role: actor.role,
        language: 'en',
        byCookie: true,
        ownsForm: (token) => token === 'mine',
        shell: async (page) => {
          const nav = await menuOf(screens, story.as(actor), page.path)
          return shellOf(page, { ...shared, actor: named, nav })
        },
      }
    },
  })
  return app
}

/** A page as it reads, without its markup. */
const read = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const headers = { 'sec-fetch-site': 'same-origin', 'accept': 'text/html' }
const asJson = {
  'accept': 'application/json',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
}

/** A referral's story and its pages, asked for as a browser and as a machine would. */
export async function handoffSite(at: string) {
  const story = await referralStory({ at })
  const app = await openPages(story)
  return {
    ...story,
    async page(url: string, being: CastKey = 'maya') {
      const answer = await app.inject({ url, headers: { ...headers, 'x-being': being } })
      return { status: answer.statusCode, text: read(answer.body), html: answer.body }
    },
    async post(url: string, form: Record<string, string | string[]>) {
      const fields = Object.entries({ ...form, _csrf: 'mine', _key: newId() })
      const pairs = fields.flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      )
      const payload = new URLSearchParams(pairs).toString()
      const kind = { 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...kind } })
      const { location } = answer.headers
      return { status: answer.statusCode, text: read(answer.body), html: answer.body, location }
    },
    async api(method: 'GET' | 'POST', url: string, body?: object) {
      const payload = body && { ...body, _csrf: 'mine' }
      const keyed = { ...asJson, 'idempotency-key': newId() }
      const answer = await app.inject({ method, url, headers: keyed, ...(payload && { payload }) })
      return { status: answer.statusCode, body: answer.json<unknown>() }
    },
    async close() {
      await app.close()
      await story.close()
    },
  }
}
export type HandoffSite = Awaited<ReturnType<typeof handoffSite>>
