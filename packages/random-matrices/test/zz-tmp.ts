import { nullPValues } from "./helpers/null-p-values.ts";
for (const [d,c,v] of [[40,4000,undefined],[100,4000,undefined]] as const) {
 const t=performance.now(); const p = nullPValues(d,c,v as never); console.log(d,v,[.01,.05,.2,.5,.8].map(l=>p.filter(x=>x<=l).length/c), performance.now()-t);
}
