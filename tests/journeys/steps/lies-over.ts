import type { Page } from '@playwright/test'

type Box = { left: number; top: number; right: number; bottom: number }

/** Where the controls of a page are seen, and where its words, each with the controls they stand in. */
const placesIn = (page: Page) =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    const above = (element: Element): Element[] =>
      element.parentElement === null ? [element] : [element, ...above(element.parentElement)]
    const hidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true }) ||
      above(element).some((each) => getComputedStyle(each).clipPath !== 'none')
    /** What scrolls inside something is seen as far as its edge. */
    const seen = (element: Element, boxes: DOMRectList): Box[] => {
      if (hidden(element)) return []
      const edges = above(element)
        .filter((each) => each !== document.documentElement && getComputedStyle(each).overflowX !== 'visible')
        .map((each) => each.getBoundingClientRect())
      return [...boxes].map((box) => ({
        left: Math.max(box.left, ...edges.map(({ left }) => left)),
        top: Math.max(box.top, ...edges.map(({ top }) => top)),
        right: Math.min(box.right, ...edges.map(({ right }) => right)),
        bottom: Math.min(box.bottom, ...edges.map(({ bottom }) => bottom)),
      }))
    }
    const words: { text: string; own: number[]; boxes: Box[] }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const text = node.textContent?.trim() ?? ''
      const range = document.createRange()
      range.selectNodeContents(node)
      const own = controls.flatMap((control, i) => (control.contains(node) ? [i] : []))
      if (text !== '')
        words.push({ text, own, boxes: seen(node.parentElement as Element, range.getClientRects()) })
    }
    const named = controls.map((each) => ({
      text: each.textContent.trim(),
      boxes: seen(each, each.getClientRects()),
    }))
    return { controls: named, words }
  })

/** Letters may touch the edge of a control; what is under it by more than this cannot be read. */
const slack = { across: 2, down: 4 }

const covers = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack.across &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack.down

const brief = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 30)

/**
 * Controls that lie over words which are not theirs. The width of the page says nothing of it: what is too
 * wide for its column covers the next one and still ends on the page.
 * @returns a line for each pair, which names the control and the words
 */
export async function liesOver(page: Page): Promise<string[]> {
  const { controls, words } = await placesIn(page)
  return controls.flatMap((control, i) =>
    words
      .filter(({ own }) => !own.includes(i))
      .filter(({ boxes }) => control.boxes.some((box) => boxes.some((word) => covers(box, word))))
      .map(({ text }) => `${brief(control.text)} lies over ${brief(text)}`),
  )
}
