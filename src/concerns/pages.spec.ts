import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { answers, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { routeQueue } from './route-queue.ts'

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const ticked = (set: keyof typeof answers) =>
  Object.fromEntries(Object.entries(answers[set]).map(([item, answer]) => [`answers.${item}`, answer]))

describe('The public page of a school', () => {
  test('shows 911 and 988 before anything that is asked, in English and Spanish [R004]', async () => {
    for (const path of [
      '',
      '/student',
      '/caregiver',
      '/student?lang=es',
      '/caregiver?lang=es',
      '/received',
    ]) {
      const { status, html } = await pages.get(null, `/ask/alder-creek${path}`)
      expect(status).toBe(200)
      const asked = [html.indexOf('<h1>'), html.indexOf('<form')].filter((at) => at >= 0)
      expect(html.indexOf('tel:911')).toBeGreaterThan(0)
      expect(html.indexOf('tel:988')).toBeLessThan(Math.min(...asked))
    }
  })

  test('keeps what was typed and says in Spanish what is missing', async () => {
    const typed = { language: 'es', name: 'Sofía', observed: '<b>No duerme</b>' }
    const { status, html } = await pages.post(null, '/ask/alder-creek/caregiver?lang=es', typed)
    expect(status).toBe(422)
    expect(html).toContain('Escriba su nombre.')
    expect(html).toContain('value="Sofía"')
    expect(html).toContain('&lt;b>No duerme&lt;/b>')
    expect(html).not.toContain('Write your own name')
  })

  test('answers a code no school has like any address that does not exist', async () => {
    expect((await pages.get(null, '/ask/nowhere')).status).toBe(404)
  })
})

describe('Where somebody who may not decide is left', () => {
  test('the student’s page leads triage staff to a new triage, and nobody else [R021]', async () => {
    const page = `/students/${families.sofia.id}`
    const link = `href="${page}/triage"`
    expect((await pages.get('daniel', page)).html).toContain(link)
    expect((await pages.get('daniel', `${page}/triage`)).status).toBe(200)
    for (const key of ['maya', 'lucia'] as const) {
      const { status, html } = await pages.get(key, page)
      expect([status, html.includes(link)]).toEqual([200, false])
      expect((await pages.get(key, `${page}/triage`)).status).toBe(403)
    }
  })

  test('an open concern says why one does not decide it: following the queue, or a queue given to others', async () => {
    const page = `/concerns/${await story.raise('mateo')}`
    expect((await pages.get('daniel', page)).html).not.toContain('You follow this queue')
    const followed = (await pages.get('lucia', page)).html
    expect(followed).toContain('You follow this queue')
    expect(followed).not.toContain('given to another role')
    const queue = { schoolId: schools.alderCreek.id }
    story.must(await routeQueue.perform(story.being('yolanda'), { ...queue, role: 'psychologist' }))
    const given = (await pages.get('daniel', `/concerns/${await story.raise('mateo')}`)).html
    story.must(await routeQueue.perform(story.being('yolanda'), { ...queue, role: 'all' }))
    expect(given).toContain('The queue of this school was given to another role')
    expect(given).not.toContain('You follow this queue')
  })
})

describe('Triage without scripts', () => {
  test('the page says that this is not a diagnostic tool, above the first question, and marks the sample [R013]', async () => {
    const concernId = await story.raise('sofia')
    const { html } = await pages.get('daniel', `/concerns/${concernId}/triage`)
    expect(html.indexOf('This is not a diagnostic tool')).toBeGreaterThan(0)
    expect(html.indexOf('This is not a diagnostic tool')).toBeLessThan(
      html.indexOf('On how many school days'),
    )
    expect(html).toContain('Sample: not approved for use')
    const elsewhere = await story.raise('eli', {}, 'karen')
    const other = await pages.get('priya', `/concerns/${elsewhere}/triage`)
    const questions = (page: string) =>
      [...page.matchAll(/<legend>(.*?)<\/legend>/g)].map(([, legend]) => legend)
    expect(questions(other.html)).toEqual(questions(html))
  })

  test('unanswered questions are pointed at one by one, and the ticked ones stay ticked', async () => {
    const concernId = await story.raise('ada')
    const { days_seen: _, ...rest } = answers.low
    const some = Object.fromEntries(Object.entries(rest).map(([item, answer]) => [`answers.${item}`, answer]))
    const { status, html } = await pages.post('daniel', `/concerns/${concernId}/screening`, {
      version: '1',
      ...some,
    })
    expect(status).toBe(409)
    expect(html.match(/href="#f-answers-/g)).toEqual(['href="#f-answers-'])
    expect(html).toMatch(/value="a_little"[^>]*checked|checked[^>]*value="a_little"/)
  })

  test('a refusal at high risk shows the rule of what schools must not do, and keeps what was typed [R022]', async () => {
    const { concernId, screeningId } = await story.ready('theo', 'high')
    const typed = {
      screeningId,
      path: 'a',
      tier: '2',
      entryCriterion: 'triage_decision',
      reasonCategory: 'low_mood',
      overrideReason: 'The family asked for school first',
      reviewerId: cast.helen.id,
      'support.focus': 'Asking for a break',
      'support.ownerId': cast.daniel.id,
      'support.startsOn': '2026-10-14',
      'support.reviewOn': '2026-10-28',
      'support.plannedEndOn': '2026-11-20',
    }
    const { status, html } = await pages.post('daniel', `/concerns/${concernId}/decision`, typed)
    expect(status).toBe(409)
    expect(html).toContain(
      'A school does not carry a student at high risk on brief support without a named clinician.',
    )
    expect(html).toContain('The family asked for school first')
    expect(html).toContain('value="Asking for a break"')
  })

  test('each path shows who calls whom, within what and with which tool, before it is chosen [R023]', async () => {
    const { concernId } = await story.ready('hana', 'moderate')
    const { html } = await pages.get('daniel', `/concerns/${concernId}/triage`)
    expect(html).toContain('Navigator to call caregiver, then the partner’s intake: the same day')
    expect(html).toContain('Triage staff to call owner of the brief support plan: 1 school day')
    expect(html).toContain('With the crisis screen.')
  })

  test('an answer of immediate risk leads straight to the crisis page [R017]', async () => {
    const concernId = await story.raise('owen')
    const { status, location } = await pages.post('daniel', `/concerns/${concernId}/screening`, {
      version: '1',
      ...ticked('high'),
    })
    expect(status).toBe(303)
    expect(location).toMatch(/^\/crisis\/incidents\//)
    const { html } = await pages.get('daniel', location as string)
    expect(html).toContain('Ruth Halvorsen was told')
  })

  test('a teacher is turned away from the queue, the concern, the checklist and the decision [R018]', async () => {
    const concernId = await story.raise('lena')
    for (const url of ['/concerns', `/concerns/${concernId}`, `/concerns/${concernId}/triage`]) {
      expect((await pages.get('joan', url)).status).toBe(403)
    }
    const sent = await pages.post('joan', `/concerns/${concernId}/screening`, {
      version: '1',
      ...ticked('low'),
    })
    expect(sent.status).toBe(403)
  })
})

describe('The form of a concern', () => {
  test('takes two steps: the name, then what was seen; what was typed is kept', async () => {
    const found = await pages.get('joan', '/concerns/new?name=sof')
    expect(found.html).toContain(`href="/concerns/new/${families.sofia.id}"`)
    const form = await pages.get('joan', `/concerns/new/${families.sofia.id}`)
    expect(form.html).not.toMatch(/name="[^"]*diagnos/i)
    const typed = { observed: 'Sits alone', setting: 'Lunch' }
    const again = await pages.post('joan', `/students/${families.sofia.id}/concerns`, typed)
    expect(again.status).toBe(422)
    expect(again.html).toContain('Sits alone')
    const sent = await pages.post('joan', `/students/${families.sofia.id}/concerns`, {
      ...typed,
      urgency: 'this_week',
    })
    expect([sent.status, sent.location]).toEqual([303, '/concerns/mine'])
    const mine = await pages.get('joan', '/concerns/mine')
    expect(mine.html).toMatch(/Received<\/b>\. Ask Daniel Reyes/)
    expect(mine.html).not.toMatch(/\btier\b|path \(|Cedar|checklist|risk/i)
  })

  test('stands in the menu of those who may raise one, and of nobody else', async () => {
    expect((await pages.get('joan', '/today')).html).toContain('href="/concerns/mine"')
    expect((await pages.get('yolanda', '/today')).html).not.toContain('href="/concerns/mine"')
  })

  test('no page of all of these broke on the way', () => {
    expect(pages.broken).toEqual([])
  })
})
