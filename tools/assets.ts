import { buildAssets } from '#design/assets.ts'
import { assetsFolder } from '../src/commands/assets-folder.ts'

/** Sheet, fonts and icon from the sources, for whoever serves without building the rest. */
await buildAssets(assetsFolder)
