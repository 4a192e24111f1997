import { fileURLToPath } from 'node:url'

/** The build leaves sheet, fonts and icon in dist/assets: beside the compiled code, or below the source. */
const built = import.meta.url.includes('/dist/src/') ? '../../assets/' : '../../dist/assets/'
/** By itself, so that whoever makes the assets need not read the house that hands them out. */
export const assetsFolder = fileURLToPath(new URL(built, import.meta.url))
