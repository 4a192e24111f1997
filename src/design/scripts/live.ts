// What others write down on a page several people have open. The stream says that something changed, and
// nothing else: the page is then read again as it would be by hand, and the parts that changed take the place
// of the old ones. A part somebody is busy with is left as it is. Without this script a link shows the same.

const news = document.querySelector<HTMLElement>('[data-events]')
/** How long a hand that was about to press something is given to see that it moved, in milliseconds. */
const settles = 700
/** A stream that was refused is asked for again after so long, and the page no more often than so. */
const [listensAgain, asksAgain] = [5000, 60_000]
/** How often a device that keeps something tries whether the network is back. */
const [soon, triesAgain] = [2000, 15_000]

/** So long a form that was sent is left to answer: nothing else takes the page meanwhile, in milliseconds. */
const answers = 10_000

let pressing = false
let sentAt = -answers
const isAnswered = () => performance.now() - sentAt >= answers
const moved = new WeakMap<Element, number>()

const partOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(
      (option) => option.selected !== option.defaultSelected && option.value !== '',
    )
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
    return control.checked !== control.defaultChecked
  return control.value !== control.defaultValue
}

const isBusy = (part: HTMLElement): boolean =>
  pressing ||
  part.contains(document.activeElement) ||
  [...part.querySelectorAll<Control>('input:not([type=hidden]), textarea, select')].some(isTouched)

/** What somebody unfolded stays so. */
function keepOpen(old: HTMLElement, fresh: HTMLElement) {
  const open = new Set(
    [...old.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent),
  )
  for (const summary of fresh.querySelectorAll('details > summary'))
    if (open.has(summary.textContent)) summary.parentElement?.setAttribute('open', '')
}

/** @returns whether everything is shown that changed */
function show(read: Document): boolean {
  let all = true
  for (const old of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const found = read.querySelector<HTMLElement>(`[data-part="${old.dataset['part']}"]`)
    if (found === null || found.textContent === old.textContent) continue
    if (isBusy(old)) {
      all = false
      continue
    }
    const fresh = document.importNode(found, true)
    keepOpen(old, fresh)
    old.replaceWith(fresh)
    moved.set(fresh, performance.now())
  }
  return all
}

/** Reads the page as a document: nothing of it is run, and no text becomes markup here. */
const readPage = (page: string) =>
  new Promise<XMLHttpRequest>((resolve) => {
    const request = new XMLHttpRequest()
    // A form that came back stands at its own address, which is no page.
    request.open('GET', location.pathname === page ? page + location.search : page)
    request.setRequestHeader('accept', 'text/html')
    request.responseType = 'document'
    request.addEventListener('loadend', () => resolve(request))
    request.send()
  })

/** Reads the page whenever something changed, once at a time. */
function reader(place: HTMLElement, page: string) {
  let isReading = false
  let isDue = false
  const leave = () => {
    isReading = false
    if (isAnswered()) location.replace(page)
  }
  return async () => {
    isDue = true
    if (isReading) return
    isReading = true
    while (isDue) {
      isDue = false
      const { status, responseXML } = await readPage(page)
      // Whoever may not see it any more, or is signed out, is shown that and nothing older.
      if ([401, 403, 404].includes(status)) return leave()
      if (status !== 200 || responseXML === null) break
      const read = responseXML.querySelector<HTMLElement>('[data-events]')
      // What is over says nothing more, and takes nothing more: the page as it stands now says so.
      if (read === null) return leave()
      if (!show(responseXML)) place.textContent = place.dataset['says'] ?? ''
      place.dataset['events'] = read.dataset['events'] ?? ''
    }
    isReading = false
  }
}

function begin(place: HTMLElement) {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let askedAt = -asksAgain
  const refresh = reader(place, place.dataset['page'] ?? '')
  const stop = () => {
    clearTimeout(again)
    source?.close()
    source = undefined
  }
  const listen = () => {
    stop()
    source = new EventSource(place.dataset['events'] ?? '')
    source.addEventListener('message', () => void refresh())
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) refused()
    })
  }
  // A stream that was refused does not come again by itself: the page says whether it may still be seen. That
  // is asked once in a while, as each reading leaves its trace; the stream says what was missed as it opens.
  const refused = () => {
    stop()
    again = setTimeout(listen, listensAgain)
    if (performance.now() - askedAt < asksAgain) return
    askedAt = performance.now()
    void refresh()
  }
  /** What was missed meanwhile is said by the stream as it opens. */
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : listen()))
  addEventListener('pagehide', stop)
  // Signing out ends the session at once, and its answer clears the device: no other page may come before it.
  addEventListener('submit', () => {
    sentAt = performance.now()
    askedAt = -asksAgain
    stop()
    again = setTimeout(listen, answers)
  })
  addEventListener('pageshow', ({ persisted }) => persisted && listen())
  if (!document.hidden) listen()
}

addEventListener('pointerdown', () => (pressing = true), true)
for (const ends of ['pointerup', 'pointercancel']) addEventListener(ends, () => (pressing = false), true)
addEventListener(
  'click',
  (event) => {
    const since = performance.now() - (moved.get(partOf(event.target) ?? document.body) ?? -settles)
    if (since < settles) event.preventDefault()
  },
  true,
)
if (news !== null) begin(news)

type Policies = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}
const worker = document.querySelector<HTMLElement>('[data-worker]')?.dataset
const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies }

/** Only the worker the page names is ever run. */
async function engage({ worker: address = '', scope = '' }: DOMStringMap) {
  const only = { createScriptURL: (url: string) => (url === address ? url : '') }
  const url = trustedTypes?.createPolicy('throughline-worker', only).createScriptURL(address) ?? address
  // Without a network there is the one from before.
  await navigator.serviceWorker.register(url, { scope, updateViaCache: 'none' }).catch(() => undefined)
  const { active } = await navigator.serviceWorker.ready
  const ask = (what: string) => active?.postMessage(what, [])
  ask('look')
  // As it is said that the network is back, nothing may come through yet.
  addEventListener('online', () => {
    ask('look')
    setTimeout(() => ask('send'), soon)
  })
  // Not every browser says that the network is back, and none says it of a server.
  setInterval(() => ask('send'), triesAgain)
}
/** A page that shows what waits goes on once it was sent. */
function goOn({ data }: MessageEvent<unknown>) {
  if (document.querySelector('[data-waits]:not([hidden])') === null) return
  if (typeof data === 'string' && data.startsWith('/crisis')) location.replace(data)
}
// A browser without workers, or one that allows none here, has the pages on paper.
if (worker !== undefined && 'serviceWorker' in navigator) {
  navigator.serviceWorker.addEventListener('message', goOn)
  navigator.serviceWorker.startMessages()
  engage(worker).catch(() => undefined)
}
