import { RATIFICATION_2017 as F } from './domain/ratification-2017.fixture.ts'
import { composeReport } from './domain/compose-report.ts'
import { composeDeliberation } from './domain/compose-deliberation.ts'
import { defaultTemplates } from './domain/templates.ts'
import { toPlainText } from './domain/plain-text.ts'
import { missingFacts } from './domain/completeness.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { renderPdf, closePdfPool } from './documents/pdf.ts'
import fs from 'node:fs'
const T=defaultTemplates('department')
const rec={number:'12',convenedOn:asLocalDate('2019-01-25'),secretary:null,life:{submission:null,decision:{outcome:'adopted' as const,on:asLocalDate('2019-02-08'),attendance:{inOffice:58,present:49,represented:6,secondCall:false},ballot:{for:50,against:2,abstained:2,notVoting:1,secret:false}},transmission:{on:asLocalDate('2019-02-12'),receipt:'013-221300015-20190208-12-DE'},publication:{on:asLocalDate('2019-02-14'),address:null}}}
for (const [n,d] of [['rfr',composeReport(F,T,'fr')],['ren',composeReport(F,T,'en')],['dfr',composeDeliberation(F,T,'fr',rec)],['den',composeDeliberation(F,T,'en',rec)],['dp',composeDeliberation(F,T,'fr',{number:null,convenedOn:null,secretary:null,life:{submission:null,decision:null,transmission:null,publication:null}})]] as const) {
 fs.writeFileSync(`/tmp/acts/${n}.txt`,toPlainText(d)); const r=await renderPdf(d); if(r.ok) {fs.writeFileSync(`/tmp/acts/${n}.pdf`,r.value.pdf); console.log(n,r.value.pageCount,r.value.unprintable)} else console.log(r)
}
console.log(missingFacts(F,'fr'),missingFacts(F,'en').length)
await closePdfPool()
