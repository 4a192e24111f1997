import type { Locator, Page } from '@playwright/test'

type Where = Page | Locator
type Words = string | RegExp

/** Waits until these words can be read. */
export const reads = (where: Where, words: Words): Promise<void> =>
  where.getByText(words).filter({ visible: true }).first().waitFor()

/** Waits until a page with this heading is open. */
export const sees = (where: Where, heading: Words): Promise<void> =>
  where.getByRole('heading', { name: heading }).filter({ visible: true }).first().waitFor()

export const presses = (where: Where, name: Words): Promise<void> =>
  where.getByRole('button', { name }).first().click()

export const follows = (where: Where, name: Words): Promise<void> =>
  where.getByRole('link', { name }).first().click()

export const types = (where: Where, label: Words, words: string): Promise<void> =>
  where.getByLabel(label).filter({ visible: true }).first().fill(words)

export const picks = async (where: Where, label: Words, option: string): Promise<void> => {
  await where.getByLabel(label).filter({ visible: true }).first().selectOption({ label: option })
}

/** Answers the question that is asked in a legend. */
export const answers = (where: Where, question: Words, answer: Words): Promise<void> =>
  where.getByRole('group', { name: question }).getByLabel(answer).first().check()

export const ticks = (where: Where, ...labels: Words[]): Promise<void> =>
  labels.reduce(
    (before, label) => before.then(() => where.getByLabel(label).first().check()),
    Promise.resolve(),
  )

/** Opens what is folded away under these words. */
export const unfolds = (where: Where, words: Words): Promise<void> =>
  where.getByText(words, { exact: true }).filter({ visible: true }).first().click()
