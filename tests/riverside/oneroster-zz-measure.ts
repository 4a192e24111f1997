import { openRoster } from '#people/roster/open-roster.ts'
import { startAssembly } from '#people/roster/assemble-roster.ts'
const tick=()=>[performance.now(), process.cpuUsage().user/1000] as const
for (let i=0;i<4;i++){
const o = await openRoster('/tmp/h3-1.2.zip'); const a=startAssembly({manifest:o.manifest,findings:o.findings})
const per: Record<string, number[]> = {}
let [t0,c0]=tick(); const T=t0, C=c0; let add=0
for await (const b of o.batches()) { const s=performance.now(); for (const r of b) a.add(r); const e=performance.now(); const f=b[0]!.file; const p=per[f]??=[0,0,0]; p[0]+=b.length; p[2]+=e-s; const [t]=tick(); p[1]+=t-t0; t0=t }
const s=performance.now(); a.finish(); const e=performance.now()
const [t,c]=tick(); console.log('total',(t-T)|0,'cpu',(c-C)|0,'finish',(e-s)|0, JSON.stringify(per,(k,v)=>typeof v==='number'?v|0:v)); o.close()
}
