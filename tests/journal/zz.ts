import { projectAssessment, nextEvent } from "#journal";
import { answered, created, id } from "./notation.ts";
function unsealed(device: string, seq: number, parents: readonly string[], body: any): any {
  return { ...body, id: `${device}:${seq}`, assessment: id, device, seq, parents, at: "2026-11-21T09:00:00.000Z", by: "x", prev: null, hash: "sha256-00" };
}
const chain=(n:number)=>{const j:any[]=[]; for(let s=1;s<=n;s++){const l=j.at(-1); j.push(unsealed("A",s,l?[l.id]:[],s===1?created():answered(`q${s}`,`${s%5}`)))} return j;};
for (const n of [2000,2000,20000,20000,40000]) { const j=chain(n); const t=process.cpuUsage().user/1000; projectAssessment(j); console.log(n,(process.cpuUsage().user/1000-t).toFixed(0)); }
const j=chain(20000); const author={assessment:id,device:"A" as never,by:"a",at:"2026-11-21T09:00:00.000Z"};
for (let k=0;k<3;k++){const t=process.cpuUsage().user/1000; for(let i=0;i<100;i++) nextEvent(j,answered("a","1"),author); console.log("append100",(process.cpuUsage().user/1000-t).toFixed(0));}
const p=JSON.parse(JSON.stringify(j)); 
for (let k=0;k<3;k++){const t=process.cpuUsage().user/1000; for(let i=0;i<100;i++) nextEvent(p,answered("a","1"),author); console.log("parsed append100",(process.cpuUsage().user/1000-t).toFixed(0));}
for (const n of [2000,20000,40000]) { const j=JSON.parse(JSON.stringify(chain(n))); const t=process.cpuUsage().user/1000; projectAssessment(j); console.log(n,(process.cpuUsage().user/1000-t).toFixed(0)); }
let q=0; const t0=process.cpuUsage().user/1000; for(let i=0;i<100;i++) for (const e of j) if (e.device==="A") q++; console.log("plain loop", (process.cpuUsage().user/1000-t0).toFixed(0));
const t1=process.cpuUsage().user/1000; for(let i=0;i<100;i++) for (const e of p) if (e.device==="A") q++; console.log("plain loop parsed", (process.cpuUsage().user/1000-t1).toFixed(0));
// @ts-ignore
console.log((globalThis as any).fast?.(j[100]));
