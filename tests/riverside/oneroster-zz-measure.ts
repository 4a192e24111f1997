import { openRoster } from '#people/roster/open-roster.ts'
import { readRoster } from '#people/roster/read-roster.ts'
const zip = '/tmp/h3-1.2.zip'
const time = async (n: string, f: () => Promise<unknown>) => { let w=1e9,u=1e9; for(let i=0;i<6;i++){const t=performance.now(); const c=process.cpuUsage(); const r=await f(); w=Math.min(w,performance.now()-t); u=Math.min(u,process.cpuUsage(c).user/1000)}; console.log(n,'min wall',w|0,'min cpu',u|0,'rss', process.memoryUsage().rss>>20) }
await time('rows', async()=>{const o=await openRoster(zip); let n=0; for await (const b of o.batches()) n+=b.length; o.close(); return n})
await time('all', async()=>{const r=await readRoster(zip); return r.roster.students.length})
