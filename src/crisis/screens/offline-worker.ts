import files from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import type { Assets } from '#design/contract.ts'

/** Where browsers fetch what works for the crisis pages without a network, and for which pages it does. */
export const offlineWorker = { address: '/crisis/worker.js', scope: '/crisis' }

/** Hands the worker out at one address that stays, so that a browser finds the next one there. */
export const offlineWorkers =
  ({ assets }: { assets: Assets }): FastifyPluginAsync =>
  async (app) => {
    await app.register(files, { serve: false, cacheControl: false, preCompressed: true })
    const config = { who: ['anyone'], behind: 'design/assets' }
    app.get(offlineWorker.address, { config }, (_request, reply) =>
      reply
        .headers({ 'service-worker-allowed': offlineWorker.scope, 'cache-control': 'no-cache' })
        .sendFile(assets.href('offline.js').replace('/assets/', ''), assets.folder),
    )
  }
