import { tool } from '/work/wt/e/scripts/runtimes/tools.ts';
for (const s of process.argv.slice(2).map(a=>a.split(' '))) { const t = Date.now(); try { const x = await tool(s[0], ...s.slice(1)); console.log(s.join(' '), x.version, Date.now()-t); } catch (e) { console.log('FAIL', s, e.message); } }
