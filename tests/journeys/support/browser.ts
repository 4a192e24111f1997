import { type Browser, chromium } from '@playwright/test'
import { inject } from 'vitest'

/** The one browser of the run, reached anew: closing it ends only the windows that were opened through it. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browser'))
