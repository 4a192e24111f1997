import { eli, emma, hana, jonas, nadia, wren } from './seen-loops.ts'
import type { Story } from './story.ts'
import { amina, guadalupe, jordan, kayla, lena, mateo, owen, ruben, sofia, theo } from './waiting-loops.ts'

/** How families came to where they stand in the loop, in the order in which it is told. */
export const loops: Record<string, Story> = {
  sofia,
  mateo,
  amina,
  theo,
  kayla,
  eli,
  jordan,
  wren,
  nadia,
  ruben,
  lena,
  jonas,
  guadalupe,
  owen,
  hana,
  emma,
}
