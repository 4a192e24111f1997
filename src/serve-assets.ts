import files from '@fastify/static'
import type { Assets } from '#design/contract.ts'
import type { App } from '#platform/http/app.ts'
import { Problem } from '#platform/problem.ts'

/** Only what was built: a name that is not in the list never becomes a path. */
export async function serveAssets(app: App, assets: Assets) {
  await app.register(files, { serve: false, maxAge: '365d', immutable: true, preCompressed: true })
  app.get(
    '/assets/:file',
    { config: { who: ['anyone'], behind: 'design/assets' } },
    async (request, reply) => {
      const { file } = request.params as { file: string }
      if (!assets.files.has(file)) throw new Problem('not_found')
      return reply.sendFile(file, assets.folder)
    },
  )
}
